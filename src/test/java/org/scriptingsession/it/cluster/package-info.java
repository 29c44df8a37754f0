// SPDX-License-Identifier: Apache-2.0

/** Tests with two nodes and the balancer, started by the commands in {@code deploy}: {@code mvn verify -Pcluster}. */
package org.scriptingsession.it.cluster;
