// SPDX-License-Identifier: Apache-2.0

/** Beans that test scripts import. */
package org.scriptingsession.it.app.beans;
