// SPDX-License-Identifier: Apache-2.0

/** The HTTP request as scripts see it. */
package org.scriptingsession.request;
