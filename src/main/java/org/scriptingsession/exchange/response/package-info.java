// SPDX-License-Identifier: Apache-2.0
/** The response as scripts write it: status, headers, cookies and body, until the container gets them. */
package org.scriptingsession.exchange.response;
