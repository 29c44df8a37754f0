// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bean;

import java.lang.reflect.Type;

/**
 * What a bean's method takes.
 *
 * @param name the parameter's own, where the class was compiled with {@code -parameters}, else such as {@code argument 1}
 */
record BeanParameter(String name, Type type) {}
