// SPDX-License-Identifier: Apache-2.0

/** Holds what is documented: links lead somewhere, snippets run, tables say what the code says. */
package org.scriptingsession.docs;
