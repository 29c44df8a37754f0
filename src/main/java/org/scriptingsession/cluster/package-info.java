// SPDX-License-Identifier: Apache-2.0

/**
 * Keeps a session the same on all nodes of a cluster where the container does not: Payara. WildFly needs none of it but the watch
 * over a node that stood still.
 */
package org.scriptingsession.cluster;
