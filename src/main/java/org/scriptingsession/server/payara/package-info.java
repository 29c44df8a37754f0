// SPDX-License-Identifier: Apache-2.0
/** What the product must tell and ask Payara beyond Jakarta EE. */
package org.scriptingsession.server.payara;
