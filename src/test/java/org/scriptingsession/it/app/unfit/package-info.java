// SPDX-License-Identifier: Apache-2.0

/** Beans that scripts cannot import. */
package org.scriptingsession.it.app.unfit;
