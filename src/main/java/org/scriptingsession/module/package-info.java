// SPDX-License-Identifier: Apache-2.0

/** Answers what {@code import ... from "sdk/..."} and a relative import mean. */
package org.scriptingsession.module;
