// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.scriptingsession.error.ClusterMessages;
import org.scriptingsession.error.NotStoredException;

/**
 * Replicates the sessions of a distributable application on Payara, in place of Payara's own valve: that one stores every session
 * at every request, one request over the other, keeps its copies when another node has changed or ended the session, and finds no
 * session for a client without its version cookie.
 *
 * <p>A request asks the grid for the session's mark before it finds the session, and stores the session before its response ends.
 * A node that has missed what another stored throws its copy away. What cannot be stored, because the grid does not answer or
 * another node was faster, is answered with 503: nothing that was answered otherwise is lost with the node.
 */
final class PayaraReplication {
    private static final String GRID = "payara/Hazelcast";
    private static final String VALVE = "org.glassfish.web.ha.session.management.HASessionStoreValve";
    private static final String VERSIONS = "com.sun.enterprise.http.sessionVersions";
    private static final String BEGUN = "org.scriptingsession.begun";
    private static final int GO_ON = 1;
    private static final int END = 2;

    private final CatalinaMembers catalina;
    private final SessionMarks marks;
    private final Standstill standstill;
    private final String node;
    private final Object[] findings = new Object[64];

    private PayaraReplication(CatalinaMembers catalina, SessionMarks marks, Standstill standstill) {
        this.catalina = catalina;
        this.marks = marks;
        this.standstill = standstill;
        this.node = marks.node();
        for (int i = 0; i < findings.length; i++) {
            findings[i] = new Object();
        }
    }

    /** Takes over from Payara's valve; null when the application's sessions are not in the data grid. */
    static PayaraReplication begin(PayaraContainer container, String contextPath, Standstill standstill)
            throws ReflectiveOperationException {
        Field field = ServerMembers.field(container.pipeline().getClass(), "valves");
        Object[] valves = (Object[]) field.get(container.pipeline());
        for (int i = 0; i < valves.length; i++) {
            if (valves[i].getClass().getName().equals(VALVE)) {
                SessionMarks marks = new SessionMarks(grid(), contextPath);
                marks.forgetBeforeMerging(standstill);
                PayaraReplication ours =
                        new PayaraReplication(new CatalinaMembers(container.manager()), marks, standstill);
                Class<?> type = valves.getClass().getComponentType();
                Object[] changed = (Object[]) Array.newInstance(type, valves.length);
                System.arraycopy(valves, 0, changed, 0, valves.length);
                changed[i] = ours.valve(type);
                field.set(container.pipeline(), changed);
                return ours;
            }
        }
        return null;
    }

    /** A session is over, or known by another id from now on: none of the nodes takes this one any more. */
    void end(String id, int intervalSeconds) {
        marks.end(id, intervalSeconds);
    }

    /** Forgets this node's copies, of which each is stored: Payara would store them again, old ones over new. */
    void close() {
        catalina.dropAll();
    }

    private Object valve(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "invoke" -> before(arguments[0], arguments[1]);
                    case "postInvoke" -> after(arguments[0], arguments[1]);
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "org.scriptingsession";
                });
    }

    private int before(Object request, Object response) throws IOException {
        catalina.note(request, BEGUN, System.nanoTime());
        String id = catalina.requestedId(request);
        if (id == null) {
            return GO_ON;
        }
        try {
            if (standstill.isRecent()) {
                throw ClusterMessages.stoodStill();
            }
            find(request, id);
            return GO_ON;
        } catch (RuntimeException e) {
            refuse(request, response, e);
            return END;
        }
    }

    private void find(Object request, String id) {
        // of concurrent requests one reads the grid, and the others find what it read
        synchronized (findings[Math.floorMod(id.hashCode(), findings.length)]) {
            SessionMark mark = marks.find(id).orElse(null);
            Object copy = catalina.local(id);
            if (mark != null && mark.isOver()) {
                forget(id, copy);
                return;
            }
            if (copy != null
                    && catalina.copy(copy) != null
                    && !catalina.copy(copy).covers(mark)) {
                catalina.drop(copy);
            }
            Object session = catalina.findAnew(request);
            if (session != null && catalina.copy(session) == null) {
                long now = System.currentTimeMillis();
                catalina.copy(session, new SessionCopy(mark, id, catalina.intervalSeconds(session), now));
            }
        }
        // or Payara would send its version cookie
        catalina.httpRequest(request).removeAttribute(VERSIONS);
    }

    private void forget(String id, Object copy) {
        if (copy != null) {
            SessionsElsewhere.ending(() -> catalina.expire(copy));
        }
        catalina.remove(id);
    }

    private Object after(Object request, Object response) throws IOException {
        Object session = catalina.session(request);
        catalina.httpRequest(request).removeAttribute(VERSIONS);
        if (session != null && catalina.isValid(session)) {
            try {
                store(session, (Long) catalina.note(request, BEGUN));
            } catch (RuntimeException e) {
                refuse(request, response, e);
            }
        }
        return null;
    }

    private void store(Object session, long begun) {
        SessionCopy copy = copyOf(session);
        // a request that changed nothing waits, too: what it answered may be what another one is storing
        synchronized (copy) {
            String id = catalina.id(session);
            int interval = catalina.intervalSeconds(session);
            long now = System.currentTimeMillis();
            if (copy.isStored(id, interval, now) && !SessionContent.mayHaveChanged(session, catalina)) {
                return;
            }
            checkNoStandstill(begun, id, session);
            SessionMark before = copy.isKnownAs(id) ? copy.mark() : null;
            SessionMark next =
                    before == null ? new SessionMark(0, "", SessionMark.State.WRITTEN).next(node) : before.next(node);
            catalina.setDirty(session, false);
            try {
                claim(session, id, before, next, interval);
                copy.storing(next);
                checkNoStandstill(begun, id, session);
                catalina.save(session);
                checkNoStandstill(begun, id, session);
                if (!marks.finish(id, next, interval)) {
                    throw ClusterMessages.changedElsewhere();
                }
                copy.stored(next.done(), id, interval, now);
            } catch (RuntimeException e) {
                catalina.setDirty(session, true);
                throw e;
            }
        }
    }

    private void checkNoStandstill(long begun, String id, Object session) {
        if (standstill.since(begun)) {
            dropIfLocal(id, session);
            throw ClusterMessages.stoodStill();
        }
    }

    private void claim(Object session, String id, SessionMark before, SessionMark next, int interval) {
        if (!marks.replace(id, before, next, interval)) {
            dropIfLocal(id, session);
            throw ClusterMessages.changedElsewhere();
        }
    }

    private void dropIfLocal(String id, Object session) {
        if (catalina.local(id) == session) {
            catalina.drop(session);
        }
    }

    private SessionCopy copyOf(Object session) {
        synchronized (session) {
            SessionCopy copy = catalina.copy(session);
            if (copy == null) {
                copy = new SessionCopy();
                catalina.copy(session, copy);
            }
            return copy;
        }
    }

    private void refuse(Object request, Object response, RuntimeException problem) throws IOException {
        NotStoredException known =
                problem instanceof NotStoredException ours ? ours : ClusterMessages.gridUnreachable(problem);
        ServiceUnavailable.answer(catalina.httpRequest(request), catalina.httpResponse(response), known);
    }

    private static HazelcastInstance grid() {
        try {
            return InitialContext.doLookup(GRID);
        } catch (NamingException e) {
            throw new IllegalStateException("no data grid at " + GRID, e);
        }
    }
}
