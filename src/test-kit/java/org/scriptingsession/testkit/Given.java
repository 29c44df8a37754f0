// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** On the classes of beans whose place an object of a test may take. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@interface Given {}
