// SPDX-License-Identifier: Apache-2.0

/** The promises of the product, each tried over HTTP on a real server. */
package org.scriptingsession.it;
