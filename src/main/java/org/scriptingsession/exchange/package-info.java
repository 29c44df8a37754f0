// SPDX-License-Identifier: Apache-2.0
/** One HTTP call from its first byte to its last: request, response, and the end that waits for the store. */
package org.scriptingsession.exchange;
