// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cases;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who debugs scripts, by the Chrome DevTools protocol. */
public final class DevTools implements AutoCloseable, WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 100;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<JsonObject> pauses = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;

    /** Connects, and says that scripts may run. */
    public DevTools(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
        call("Runtime.enable");
        call("Debugger.enable");
        call("Runtime.runIfWaitingForDebugger");
    }

    /** Scripts stop from now on when they come to this line, counted from 1. */
    public void breakAt(String urlEnd, int line) {
        call(
                "Debugger.setBreakpointByUrl",
                Json.createObjectBuilder()
                        .add("urlRegex", ".*" + urlEnd.replace(".", "\\.") + "$")
                        .add("lineNumber", line - 1)
                        .add("columnNumber", 0)
                        .build());
    }

    /** Waits until a script has stopped: its innermost frame. */
    public JsonObject pausedFrame() {
        try {
            JsonObject pause = pauses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (pause == null) {
                throw new AssertionError("no script has stopped");
            }
            return pause.getJsonArray("callFrames").getJsonObject(0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing has stopped that was not asked for. */
    public boolean hasPaused() {
        return !pauses.isEmpty();
    }

    /** The line of a frame, counted from 1. */
    public static int line(JsonObject frame) {
        return frame.getJsonObject("location").getInt("lineNumber") + 1;
    }

    /** The value of an expression in a frame, as JSON. */
    public String evaluate(JsonObject frame, String expression) {
        JsonObject result = call(
                        "Debugger.evaluateOnCallFrame",
                        Json.createObjectBuilder()
                                .add("callFrameId", frame.getString("callFrameId"))
                                .add("expression", expression)
                                .build())
                .getJsonObject("result");
        return String.valueOf(result.get("value"));
    }

    /** The value of a variable in the frame's scopes, read as DevTools shows it, as JSON; null when there is none. */
    public String variable(JsonObject frame, String name) {
        for (JsonObject scope : frame.getJsonArray("scopeChain").getValuesAs(JsonObject.class)) {
            JsonObject properties = call(
                    "Runtime.getProperties",
                    Json.createObjectBuilder()
                            .add("objectId", scope.getJsonObject("object").getString("objectId"))
                            .build());
            for (JsonObject property : properties.getJsonArray("result").getValuesAs(JsonObject.class)) {
                if (property.getString("name").equals(name)) {
                    return String.valueOf(property.getJsonObject("value").get("value"));
                }
            }
        }
        return null;
    }

    /** To the next statement of the same function. */
    public void stepOver() {
        call("Debugger.stepOver");
    }

    /** Into the function that is called. */
    public void stepInto() {
        call("Debugger.stepInto");
    }

    public void resume() {
        call("Debugger.resume");
    }

    private JsonObject call(String method) {
        return call(method, JsonObject.EMPTY_JSON_OBJECT);
    }

    private JsonObject call(String method, JsonObject parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(
                        Json.createObjectBuilder()
                                .add("id", id)
                                .add("method", method)
                                .add("params", parameters)
                                .build()
                                .toString(),
                        true)
                .join();
        try {
            JsonObject answered = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answered.containsKey("error")) {
                throw new AssertionError(method + ": " + answered);
            }
            return answered.getJsonObject("result");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(method + " is not answered", e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            try (JsonReader reader = Json.createReader(new StringReader(message.toString()))) {
                receive(reader.readObject());
            }
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void receive(JsonObject received) {
        if (received.containsKey("id")) {
            answers.remove(received.getInt("id")).complete(received);
        } else if (received.getString("method").equals("Debugger.paused")) {
            pauses.add(received.getJsonObject("params"));
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
