// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.values;

import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.js.runtime.JSRealm;
import com.oracle.truffle.js.runtime.JSRuntime;
import com.oracle.truffle.js.runtime.SafeInteger;
import com.oracle.truffle.js.runtime.Strings;
import com.oracle.truffle.js.runtime.array.TypedArrayFactory;
import com.oracle.truffle.js.runtime.builtins.JSArrayBufferView;
import com.oracle.truffle.js.runtime.builtins.JSArrayObject;
import com.oracle.truffle.js.runtime.builtins.JSDate;
import com.oracle.truffle.js.runtime.builtins.JSDateObject;
import com.oracle.truffle.js.runtime.builtins.JSOrdinary;
import com.oracle.truffle.js.runtime.builtins.JSProxy;
import com.oracle.truffle.js.runtime.builtins.JSTypedArrayObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import com.oracle.truffle.js.runtime.objects.JSObject;
import com.oracle.truffle.js.runtime.objects.Null;
import com.oracle.truffle.js.runtime.objects.Undefined;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.scriptingsession.config.ValueLimits;
import org.scriptingsession.value.AttributeValue;
import org.scriptingsession.value.StoredValue;
import org.scriptingsession.value.ValueWalk;

/**
 * Copies a script's value into immutable JDK types. It looks at the engine's own objects: through the polyglot API each member
 * costs some ten times as much, and a proxy or an accessor looks there like what it is not.
 */
record HostCopy(JSRealm realm, ValueWalk walk, boolean withBytes) {
    /**
     * Copies an argument for a Java component, which may be a Uint8Array, or hold some: each becomes a byte[].
     *
     * @return null for null and undefined
     * @throws org.scriptingsession.api.ScriptingException as {@link #of}
     */
    static Object ofArgument(String place, Object guest, ValueLimits limits) {
        if (guest == Null.instance || guest == Undefined.instance) {
            return null;
        }
        return new HostCopy(JSRealm.get(null), new ValueWalk(place, limits), true).copy(guest);
    }

    /**
     * Copies a value of the entered context.
     *
     * @return null for null and undefined
     * @throws org.scriptingsession.api.ScriptingException INVALID_VALUE with the place of what cannot be stored, or
     *     LIMIT_EXCEEDED
     */
    static StoredValue of(String name, Object guest, ValueLimits limits) {
        if (guest == Null.instance || guest == Undefined.instance) {
            return null;
        }
        ValueWalk walk = new ValueWalk(name, limits);
        return walk.stored(new HostCopy(JSRealm.get(null), walk, false).copy(guest));
    }

    private Object copy(Object value) {
        walk.count();
        if (value instanceof TruffleString text) {
            walk.checkLength(Strings.length(text));
            String copy = Strings.toJavaString(text);
            walk.addText(copy);
            return copy;
        }
        walk.addUnit();
        if (value instanceof JSArrayObject array) {
            return list(array);
        }
        if (value instanceof JSDynamicObject object && JSOrdinary.isJSOrdinaryObject(object)) {
            return map(object);
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Double || value instanceof SafeInteger || value instanceof Long) {
            return number(((Number) value).doubleValue());
        }
        if (value instanceof JSDateObject date) {
            return date(date);
        }
        if (value == Null.instance || withBytes && value == Undefined.instance) {
            return null;
        }
        if (withBytes
                && value instanceof JSTypedArrayObject array
                && array.getArrayType().getFactory() == TypedArrayFactory.Uint8Array) {
            return bytes(array);
        }
        throw walk.unstorable(typeOf(value));
    }

    private byte[] bytes(JSTypedArrayObject array) {
        int length = array.getByteLength();
        walk.addBytes(length);
        return Arguments.bytes(
                JSArrayBufferView.getArrayBuffer(array), JSArrayBufferView.typedArrayGetByteOffset(array), length);
    }

    private Number number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw walk.unstorable(Double.toString(number));
        }
        return AttributeValue.number(number);
    }

    private Date date(JSDateObject date) {
        if (date.getPrototypeOf() != realm.getDatePrototype()) {
            throw walk.unstorable(typeOf(date));
        }
        if (!JSDate.isValidDate(date)) {
            throw walk.unstorable("Invalid Date");
        }
        return new Date((long) date.getTimeMillis());
    }

    private List<Object> list(JSArrayObject array) {
        if (array.getPrototypeOf() != realm.getArrayPrototype()) {
            throw walk.unstorable(typeOf(array));
        }
        walk.enter(array);
        long length = array.getArraySize();
        walk.checkCount(length);
        List<Object> copy = new ArrayList<>((int) length);
        for (int i = 0; i < length; i++) {
            walk.at(i);
            copy.add(copy(JSObject.get(array, (long) i)));
        }
        // an array's length is its one property that is no element
        if (array.getShape().getPropertyCount() > 1) {
            refuse(array, key -> !JSRuntime.isArrayIndex(key), "property of an array");
        }
        walk.leave();
        return Collections.unmodifiableList(copy);
    }

    private Map<String, Object> map(JSDynamicObject object) {
        JSDynamicObject prototype = object.getPrototypeOf();
        if (prototype != realm.getObjectPrototype() && prototype != Null.instance) {
            throw walk.unstorable(typeOf(object));
        }
        walk.enter(object);
        List<TruffleString> keys = JSObject.enumerableOwnNames(object);
        walk.checkCount(keys.size());
        if (object.getShape().getPropertyCount() != keys.size()) {
            refuse(object, key -> !Strings.isTString(key), "symbol as a key");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        for (TruffleString key : keys) {
            String name = Strings.toJavaString(key);
            walk.at(name);
            walk.addText(name);
            copy.put(name, copy(JSObject.get(object, key)));
        }
        walk.leave();
        return Collections.unmodifiableMap(copy);
    }

    private void refuse(JSDynamicObject object, Predicate<Object> isRefused, String what) {
        for (Object key : JSObject.ownPropertyKeys(object)) {
            if (isRefused.test(key) && JSObject.getOwnProperty(object, key).getEnumerable()) {
                walk.at(key.toString());
                throw walk.unstorable(what);
            }
        }
    }

    /** What the script's author calls it. */
    private String typeOf(Object value) {
        if (JSProxy.isJSProxy(value)) {
            return "Proxy";
        }
        if (value instanceof JSObject object && !JSRuntime.isCallable(object)) {
            return Strings.toJavaString(JSRuntime.getConstructorName(object));
        }
        return Strings.toJavaString(JSRuntime.typeof(value));
    }
}
