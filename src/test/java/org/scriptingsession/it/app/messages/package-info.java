// SPDX-License-Identifier: Apache-2.0
/** A message-driven bean that asks for the session, for a server that has messages. */
package org.scriptingsession.it.app.messages;
