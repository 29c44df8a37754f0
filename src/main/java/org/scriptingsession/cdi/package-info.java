// SPDX-License-Identifier: Apache-2.0

/** Tells the container about the product and rejects a bad deployment. */
package org.scriptingsession.cdi;
