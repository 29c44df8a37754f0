// SPDX-License-Identifier: Apache-2.0
/** Servers that deploy and undeploy for ever, and what that leaves in them. */
package org.scriptingsession.it.redeploy;
