// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.scriptingsession.api.ScriptingSession;

/** A WebSocket endpoint. */
@ServerEndpoint("/socket")
public class SocketProbe {
    @Inject
    private ScriptingSession session;

    private String atOpen;

    /** The handshake is an HTTP call; whether it is over by now is for the server to say. */
    @OnOpen
    public void open(Session socket) {
        atOpen = Probe.ask(session);
    }

    /** What was told at the opening, and is told now. */
    @OnMessage
    public String message(String text) {
        return atOpen + "," + Probe.ask(session);
    }
}
