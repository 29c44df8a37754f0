// SPDX-License-Identifier: Apache-2.0

/**
 * Keeps a session the same on all nodes of a cluster where the container does not: Payara. On WildFly it only
 * watches over a node that stood still, and stores the session before the response ends.
 */
package org.scriptingsession.cluster;
