// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import com.hazelcast.core.HazelcastInstance;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.UUID;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.error.NotStoredException;
import org.scriptingsession.server.Refusal;
import org.scriptingsession.server.RenewedIds;
import org.scriptingsession.server.ResponseEnd;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.Standstill;

/**
 * Replicates the sessions of a distributable application on Payara, in place of Payara's own valve: that one stores every session
 * at every request, one request over the other, keeps its copies when another node has changed or ended the session, and finds no
 * session for a client without its version cookie.
 *
 * <p>A request asks the grid for the session's mark before it finds the session, and stores the session before its response ends.
 * A node that has missed what another stored throws its copy away; one that finds another storing waits for it. What cannot be
 * stored, because the grid does not answer or another node was faster, is answered with 503: nothing that was answered otherwise
 * is lost with the node.
 */
public final class PayaraReplication {
    private static final String GRID = "payara/Hazelcast";
    private static final String VALVE = "org.glassfish.web.ha.session.management.HASessionStoreValve";
    private static final String UNDER_WAY = UnderWay.class.getName();
    private static final int GO_ON = 1;
    private static final int END = 2;

    private final CatalinaMembers catalina;
    private final SessionMarks marks;
    private final GridMembership membership;
    private final Standstill standstill;
    private final PayaraFinder finder;
    private final PayaraStore store;
    private final Refusal refusal;
    private UUID hearing;

    private final ThreadLocal<UnderWay> current = new ThreadLocal<>();

    private PayaraReplication(
            CatalinaMembers catalina,
            HazelcastInstance grid,
            String contextPath,
            Standstill standstill,
            RenewedIds renewedIds,
            Refusal refusal) {
        this.refusal = refusal;
        this.catalina = catalina;
        this.marks = new SessionMarks(grid, contextPath);
        this.membership = new GridMembership(grid, marks, standstill);
        this.standstill = standstill;
        this.finder = new PayaraFinder(catalina, marks, membership, renewedIds);
        this.store = new PayaraStore(catalina, marks, membership, standstill);
    }

    /** Takes over from Payara's valve; null when the application's sessions are not in the data grid. */
    public static PayaraReplication begin(
            PayaraContainer container,
            String contextPath,
            Standstill standstill,
            RenewedIds renewedIds,
            Refusal refusal)
            throws ReflectiveOperationException {
        Field field = ServerMembers.field(container.pipeline().getClass(), "valves");
        Object[] valves = (Object[]) field.get(container.pipeline());
        for (int i = 0; i < valves.length; i++) {
            if (valves[i].getClass().getName().equals(VALVE)) {
                PayaraReplication ours = new PayaraReplication(
                        new CatalinaMembers(container.manager()), grid(), contextPath, standstill, renewedIds, refusal);
                Class<?> type = valves.getClass().getComponentType();
                Object[] changed = (Object[]) Array.newInstance(type, valves.length);
                System.arraycopy(valves, 0, changed, 0, valves.length);
                changed[i] = ours.valve(type);
                ours.hearing = ours.marks.hearIntervals(ours::intervalChanged);
                ours.membership.begin(ours.store);
                field.set(container.pipeline(), changed);
                return ours;
            }
        }
        return null;
    }

    public boolean completeLater(ResponseEnd response) {
        UnderWay underWay = current.get();
        if (underWay != null) {
            underWay.response = response;
        }
        return underWay != null;
    }

    /** A session is over: none of the nodes takes it any more, under any id that it was stored with or goes on with. */
    public void end(String id, int intervalSeconds) {
        inRequest(() -> {
            UnderWay underWay = current.get();
            if (underWay != null && standstill.since(underWay.begun)) {
                // others have gone on with it
                throw Mistake.STOOD_STILL.with();
            }
            Object session = catalina.local(id);
            SessionCopy copy = session == null ? null : catalina.copy(session);
            int kept = copy == null ? intervalSeconds : copy.longestInterval(intervalSeconds);
            marks.end(id, kept);
            if (copy != null && copy.storedId() != null && !copy.isKnownAs(id)) {
                marks.end(copy.storedId(), kept);
            }
        });
    }

    /**
     * The session of this thread's request may be about to get another id, when Payara drops what is stored under the former one:
     * not if another node has stored or ended it meanwhile.
     */
    public void idChanging() {
        UnderWay underWay = current.get();
        Object session = underWay == null ? null : catalina.session(underWay.request);
        if (session != null) {
            try {
                store.claim(session, underWay.begun);
            } catch (RuntimeException e) {
                underWay.problem = e;
                throw e;
            }
        }
    }

    /**
     * A session has another id from now on. Payara has just dropped what was stored under the former one, so that this does not
     * wait for the end of the request.
     */
    public void idChanged(String id) {
        inRequest(() -> {
            Object session = catalina.local(id);
            SessionCopy copy = session == null ? null : catalina.copy(session);
            if (copy != null && copy.storedId() != null) {
                UnderWay underWay = current.get();
                store.store(session, underWay == null ? System.nanoTime() : underWay.begun);
            }
        });
    }

    /** Stores the session of a request that came with an id which was renewed at the same moment. */
    public void storeRenewed(String id, long begun) {
        Object session = catalina.local(id);
        if (session != null && catalina.isValid(session)) {
            store.store(session, begun);
        }
    }

    /** Forgets this node's copies, of which each is stored: Payara would store them again, old ones over new. */
    public void close() {
        catalina.dropAll();
        if (hearing != null) {
            marks.endHearing(hearing);
        }
        membership.close();
    }

    /** Payara would measure a copy by the interval that it was read with, and end the session of all nodes with it. */
    private void intervalChanged(String id) {
        Object session = catalina.local(id);
        SessionCopy copy = session == null ? null : catalina.copy(session);
        if (copy != null) {
            // not while it is being stored, which would then store it as one that never expires
            synchronized (copy) {
                catalina.drop(session);
            }
        }
    }

    /**
     * The session of an id as this node knows it now; another than before when it was read anew.
     *
     * @return null when it is over, or the node has no copy of it
     */
    public HttpSession current(String id) {
        Object session = catalina.local(id);
        return session == null || marks.isOver(id) ? null : catalina.http(session);
    }

    /** The container logs what its listeners throw, and goes on as if nothing had happened: the request's answer must tell. */
    private void inRequest(Runnable work) {
        UnderWay underWay = current.get();
        try {
            work.run();
        } catch (RuntimeException e) {
            if (underWay == null) {
                throw e;
            }
            underWay.problem = e;
        }
        if (underWay != null) {
            underWay.changedIds = true;
        }
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
        UnderWay begun = new UnderWay(request);
        current.set(begun);
        // an asynchronous request ends in another thread
        catalina.httpRequest(request).setAttribute(UNDER_WAY, begun);
        try {
            // without a session as well: a balancer's health check has none
            if (standstill.isRecent() || membership.isApart()) {
                throw Mistake.STOOD_STILL.with();
            }
            if (catalina.requestedId(request) != null) {
                finder.find(request);
            }
            return GO_ON;
        } catch (RuntimeException e) {
            current.remove();
            catalina.httpRequest(request).removeAttribute(UNDER_WAY);
            refuse(request, response, e);
            return END;
        }
    }

    private Object after(Object request, Object response) throws IOException {
        UnderWay underWay = (UnderWay) catalina.httpRequest(request).getAttribute(UNDER_WAY);
        catalina.httpRequest(request).removeAttribute(UNDER_WAY);
        if (current.get() == underWay) {
            current.remove();
        }
        Object session = catalina.session(request);
        catalina.forgetVersions(request);
        if (underWay == null) {
            // before() has refused the request
            return null;
        }
        try {
            if (underWay.problem != null) {
                throw underWay.problem;
            }
            if (session != null && catalina.isValid(session)) {
                store.store(session, underWay.begun);
            } else if (underWay.changedIds && standstill.since(underWay.begun)) {
                throw Mistake.STOOD_STILL.with();
            }
            if (underWay.response != null) {
                underWay.response.complete();
            }
        } catch (RuntimeException e) {
            refuse(request, response, e);
        }
        return null;
    }

    private void refuse(Object request, Object response, RuntimeException problem) throws IOException {
        ScriptingException known =
                problem instanceof NotStoredException ours ? ours : Mistake.GRID_UNREACHABLE.because(problem);
        refusal.answer(catalina.httpRequest(request), catalina.httpResponse(response), known);
    }

    private static HazelcastInstance grid() {
        try {
            return InitialContext.doLookup(GRID);
        } catch (NamingException e) {
            throw new IllegalStateException("no data grid at " + GRID, e);
        }
    }

    /** One request, from before it finds its session until that is stored. */
    private static final class UnderWay {
        private final long begun = System.nanoTime();
        private final Object request;

        /** Whether it has ended a session, or changed its id. */
        private boolean changedIds;

        /** To be completed; null when no component has served the request. */
        private ResponseEnd response;

        private RuntimeException problem;

        private UnderWay(Object request) {
            this.request = request;
        }
    }
}
