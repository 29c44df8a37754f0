// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.array.TypedArrayFactory;
import com.oracle.truffle.js.runtime.builtins.JSArray;
import com.oracle.truffle.js.runtime.builtins.JSArrayBuffer;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSDate;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.objects.JSAttributes;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.JSObjectUtil;
import com.oracle.truffle.js.runtime.objects.Null;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.scriptingsession.config.ValueLimits;
import org.scriptingsession.value.AttributeValue;
import org.scriptingsession.value.FoundValue;
import org.scriptingsession.value.JavaNumber;
import org.scriptingsession.value.ValueKind;
import org.scriptingsession.value.ValueWalk;

/**
 * Makes of an attribute's value what a script gets: primitives, and fresh objects of its own context that are frozen to the
 * last, so that nobody takes a change of the copy for a change of the session.
 */
record GuestCopy(JSRealm realm, ValueWalk walk, boolean withBytes) {
    /**
     * Copies a value for the entered context.
     *
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE with the place of what scripts have no like of, or
     *     LIMIT_EXCEEDED
     */
    static Object of(FoundValue found, ValueLimits limits) {
        ValueWalk walk = new ValueWalk(found.name(), limits);
        return AttributeValue.read(
                found.name(), () -> new GuestCopy(JSRealm.get(null), walk, false).copy(found.value()));
    }

    /** Likewise of a copy that was made for a script: it may be a byte[], or hold some. */
    static Object ofReturned(String place, Object value, ValueLimits limits) {
        return new GuestCopy(JSRealm.get(null), new ValueWalk(place, limits), true).copy(value);
    }

    private Object copy(Object value) {
        walk.count();
        return switch (ValueKind.of(value)) {
            case NULL -> Null.instance;
            case TEXT -> Strings.fromJavaString((String) value);
            case BOOLEAN -> value;
            case NUMBER -> number((Number) value);
            case DATE -> date(((Date) value).getTime());
            case LIST -> array((List<?>) value);
            case MAP -> object((Map<?, ?>) value);
            case OTHER -> other(value);
        };
    }

    private Object other(Object value) {
        if (value instanceof Instant instant) {
            return date(instant.toEpochMilli());
        }
        if (withBytes && value instanceof byte[] bytes) {
            // the copy is nobody else's: the array of the script is made of it
            return JSRuntime.construct(
                    realm.getArrayBufferViewConstructor(TypedArrayFactory.Uint8Array),
                    new Object[] {JSArrayBuffer.createArrayBuffer(realm.getContext(), realm, bytes)});
        }
        throw walk.unreadable(value.getClass().getName());
    }

    private Object number(Number value) {
        Number number = JavaNumber.of(value);
        if (number == null || !JavaNumber.isExactInScripts(number)) {
            throw walk.unreadable(value.getClass().getSimpleName() + " beyond what a script's number holds");
        }
        return number instanceof Long ? (Object) number.doubleValue() : number;
    }

    private Object date(long millis) {
        if (!JSDate.isTimeValid(JSDate.timeClip(millis))) {
            throw walk.unreadable("date beyond what a script's Date holds");
        }
        JSObject date = JSDate.create(realm.getContext(), realm, millis);
        date.setIntegrityLevel(true, true);
        return date;
    }

    private Object array(List<?> list) {
        walk.enter(list);
        // of its own, so that a list which another thread changes is copied whole
        Object[] elements = list.toArray(new Object[0]);
        walk.checkCount(elements.length);
        for (int i = 0; i < elements.length; i++) {
            walk.at(i);
            elements[i] = copy(elements[i]);
        }
        walk.leave();
        JSArrayObject array = elements.length == 0
                ? JSArray.createConstantEmptyArray(realm.getContext(), realm)
                : JSArray.createConstantObjectArray(realm.getContext(), realm, elements);
        array.setIntegrityLevel(true, true);
        return array;
    }

    private Object object(Map<?, ?> map) {
        walk.enter(map);
        JSObject object = JSOrdinary.create(realm.getContext(), realm);
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw walk.unreadable("Map whose keys are no strings");
            }
            walk.at(name);
            JSObjectUtil.putDataProperty(
                    object,
                    Strings.fromJavaString(name),
                    copy(value),
                    JSAttributes.notConfigurableEnumerableNotWritable());
        });
        walk.leave();
        object.preventExtensions(true);
        return object;
    }
}
