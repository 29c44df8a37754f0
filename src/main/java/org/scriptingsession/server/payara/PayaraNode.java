// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.scriptingsession.server.ClientFlow;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.ServerMembers.Answer;
import org.scriptingsession.server.Standstill;

/** Payara, and all there is to say of it for an application whose sessions are in memory. */
class PayaraNode extends PlainServer {
    /** Of Payara's object of an application: it serves requests, and all its servlets and filters are there. */
    private static final String BEFORE_STOP = "before_stop";

    /** More than a thread needs from the first filter to the servlet's release; less than anybody waits for. */
    private static final long LEAVING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long LOOK_MILLIS = 5;

    private final PayaraMembers members;
    private final Object manager;
    private final WaitForThread wait;
    private Object listener;

    /** @param standstill null for an application whose sessions are in memory */
    PayaraNode(PayaraMembers members, Object manager, Standstill standstill) {
        super(standstill);
        this.members = members;
        this.manager = manager;
        wait = new WaitForThread(members);
    }

    @Override
    public void adopt(HttpServletRequest request, String id) {
        Object payaras = members.request(innermost(request));
        members.setRequestedId.on(payaras, id);
        // Payara does not look again for a session that it has not found
        members.setFoundNone.on(payaras, false);
    }

    @Override
    public OptionalInt sessions() {
        return OptionalInt.of(members.sessions.on(manager));
    }

    @Override
    public long lastUsed(HttpSession held) {
        // asked first, since it says when the session is dead
        return Math.max(held.getLastAccessedTime(), members.lastUsed(held));
    }

    @Override
    public ClientFlow flow(ServletRequest request) {
        return members.flow(innermost(request));
    }

    @Override
    public long waitedNanos(ServletRequest request) {
        return wait.nanos(innermost(request));
    }

    /**
     * Payara stops servlets before filters, and JAX-RS under the calls that it serves: a call that ends then destroys the servlet
     * once more, and what that fails at takes the place of its answer. A thread lets its servlet go when the first filter has
     * returned, that of a refused call, too: these threads are waited for after the calls.
     */
    @Override
    public void beforeStop(Runnable drain) {
        Answer told = event -> {
            if (BEFORE_STOP.equals(members.eventType.on(event[0]))) {
                Object application = members.application.on(manager);
                Thread calls = new Thread(drain, "end of " + application);
                calls.start();
                letGo(application, calls::isAlive);
                // as Payara does next: more calls would take servlets
                members.setAvailable.on(application, false);
                long begun = System.nanoTime();
                letGo(application, () -> hasThreads(application) && System.nanoTime() - begun < LEAVING_NANOS);
            }
            return null;
        };
        listener = ServerMembers.proxy(members.listener, Map.of("lifecycleEvent", told));
        members.addListener.on(members.application.on(manager), listener);
    }

    /**
     * Waits without the lock on the application, which Payara holds while it stops it: who begins a session needs the lock, and
     * who takes a response back.
     */
    private static void letGo(Object application, BooleanSupplier busy) {
        synchronized (application) {
            try {
                while (busy.getAsBoolean()) {
                    application.wait(LOOK_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean hasThreads(Object application) {
        return Arrays.stream(members.servlets.on(application)).anyMatch(servlet -> members.threadsOf.on(servlet) > 0);
    }

    @Override
    public void close() {
        wait.close();
        if (listener != null) {
            members.removeListener.on(members.application.on(manager), listener);
            listener = null;
        }
    }

    @Override
    protected void breakConnection(ServletRequest request) {
        members.cut(request);
    }
}
