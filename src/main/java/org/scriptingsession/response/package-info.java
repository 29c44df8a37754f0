// SPDX-License-Identifier: Apache-2.0

/** The HTTP response as scripts see it. */
package org.scriptingsession.response;
