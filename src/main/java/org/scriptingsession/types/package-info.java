// SPDX-License-Identifier: Apache-2.0

/** Writes, at compile time, the types of beans that scripts import, for editors. */
package org.scriptingsession.types;
