// SPDX-License-Identifier: Apache-2.0

/**
 * Everything that can go wrong, numbered.
 *
 * <p>Ranges: 01xx settings, 02xx scripts and deployment, 03xx contexts and limits, 04xx session, 05xx request and
 * response, 06xx values, 07xx users, their access and sessions, 08xx sessions on several nodes, 081x and 082x how the
 * product lies in an application, 09xx faults of
 * the product itself. A retired number is never used again.
 */
package org.scriptingsession.error;
