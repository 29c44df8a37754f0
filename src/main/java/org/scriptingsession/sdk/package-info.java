// SPDX-License-Identifier: Apache-2.0

/** The host's side of {@code sdk/...}: the functions that the product's modules call, and the call they are about. */
package org.scriptingsession.sdk;
