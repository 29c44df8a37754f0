// SPDX-License-Identifier: Apache-2.0
/** The request as scripts see it, read from the bytes that the client sent: head, cookies, fields, body and parts. */
package org.scriptingsession.exchange.request;
