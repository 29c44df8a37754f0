// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method of a {@link ScriptModule} that scripts may call, by its own name.
 *
 * <p>Values convert as those of a session do, both ways, records and beans by Jakarta JSON Binding; {@code byte[]} is a
 * {@code Uint8Array}, an empty {@code Optional} and {@code void} undefined, null null. Arguments that are missing are null,
 * and refused where the parameter is of a primitive type; those that are too many are ignored. A {@code CompletionStage} is a
 * promise.
 *
 * <p>An exception is an {@code Error} of the script with the simple name of the exception's class as {@code name}, its message,
 * and the {@code code} BEAN_FAILED; FORBIDDEN where the container refused the user; INVALID_VALUE for an argument or result that
 * cannot be converted, or a constraint of Jakarta Validation that does not hold.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Export {}
