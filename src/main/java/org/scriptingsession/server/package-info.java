// SPDX-License-Identifier: Apache-2.0
/** What a server must be told beyond Jakarta EE, as one interface: {@link org.scriptingsession.server.SessionServer}. */
package org.scriptingsession.server;
