// SPDX-License-Identifier: Apache-2.0

/** Answers what {@code import} means, of {@code sdk/...} and of a relative path. */
package org.scriptingsession.module;
