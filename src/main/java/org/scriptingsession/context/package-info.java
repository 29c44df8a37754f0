// SPDX-License-Identifier: Apache-2.0

/** Makes, lends out and closes polyglot contexts. */
package org.scriptingsession.context;
