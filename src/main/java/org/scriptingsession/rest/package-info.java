// SPDX-License-Identifier: Apache-2.0

/** Turns an HTTP request into a script run and its outcome into an HTTP response. */
package org.scriptingsession.rest;
