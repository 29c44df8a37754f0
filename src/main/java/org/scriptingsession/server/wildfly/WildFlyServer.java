// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.session.InMemorySessionManager;
import io.undertow.server.session.Session;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.servlet.spec.HttpSessionImpl;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.GridException;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.SharedTexts;
import org.scriptingsession.server.StartingApplication;

/**
 * WildFly with a distributable application, whose sessions Infinispan has. Stores the session before the response ends: left to
 * itself Undertow ends the response first, and what the client was told is lost when the node dies a moment later.
 */
final class WildFlyServer extends WildFlyNode {
    private static final String COMMITS = WatchedCommit.class.getName();

    private final WildFlyMembers members;
    private final DoubledChanges changes = new DoubledChanges();
    private final ServletContext context;

    /** Null where each node knows the users of its own sessions alone. */
    private final WildFlyTexts texts;

    private WildFlyServer(WildFlyMembers members, StartingApplication application, WildFlyTexts texts) {
        super(application, application.standstill());
        this.members = members;
        this.context = application.context();
        this.texts = texts;
    }

    /** Refuses the application when its sessions end with this node. */
    static SessionServer open(StartingApplication application) {
        Object manager = WildFlyMembers.unwrapped(manager(application));
        if (manager instanceof InMemorySessionManager) {
            throw Mistake.NOT_SHARED.with("in memory");
        }
        Object store = WildFlyMembers.store(manager);
        WildFlyMembers members = new WildFlyMembers(manager, store);
        WildFlyTexts texts = null;
        if (store.getClass().getName().equals(WildFlyMembers.EMBEDDED)) {
            if (!WildFlyMembers.outlivesNode(store)) {
                throw Mistake.NOT_SHARED.with("in a local cache");
            }
            if (WildFlyMembers.locksElsewhere(store)) {
                application.standstill().afterwards(new EndedTransactions(WildFlyMembers.cache(store))::giveUp);
            }
            if (WildFlyMembers.isClustered(store)) {
                texts = new WildFlyTexts(WildFlyMembers.cache(store));
            }
        }
        return new WildFlyServer(members, application, texts);
    }

    @Override
    public boolean storesWhenComplete() {
        return true;
    }

    @Override
    public void store(long begun) {
        boolean late = standstill.since(begun);
        asked(() -> {
            ServletRequestContext request = ServletRequestContext.requireCurrent();
            HttpSessionImpl session = http(request);
            if (session != null) {
                store(replicated(session), request.getExchange(), late);
            }
            if (!late) {
                commits().forEach(transaction -> transaction.forEach(WatchedCommit::check));
            }
            return null;
        });
        if (late || standstill.since(begun)) {
            throw Mistake.STOOD_STILL.with();
        }
    }

    /** What comes after in this request changes the session no more; what came before is dropped when the node stood still. */
    private void store(Session session, HttpServerExchange exchange, boolean late) {
        if (late) {
            inBatch(session, members.discard::on);
            session.requestDone(exchange);
            return;
        }
        // concurrent requests share the session: one whose change another is storing waits for that
        synchronized (members.clustered.on(session)) {
            storeAttributes(session);
            watch(session);
            session.requestDone(exchange);
        }
    }

    /** One that was looked up by its id is no part of this thread's request, and of its transaction. */
    @Override
    public void ended(HttpSession session) {
        if (ServletRequestContext.current() != null && members.ofRequest.isInstance(replicated(session))) {
            asked(() -> watch(replicated(session)));
        }
    }

    /** Ends a session that a component has kept from a request which is over: by itself WildFly would only say so. */
    @Override
    public void end(HttpSession held) {
        boolean belongsToRequest = asked(() -> {
            Session session = replicated(held);
            boolean ofRequest = members.ofRequest.isInstance(session);
            if (ofRequest && !isDone(session)) {
                return true;
            }
            Session detached = ofRequest ? members.detach.on(session) : session;
            if (detached != null) {
                detached.invalidate(null);
            }
            return false;
        });
        if (belongsToRequest) {
            held.invalidate();
        }
    }

    @Override
    public Optional<HttpSession> current(String id, HttpSession held) {
        return asked(() -> {
            Session session = replicated(held);
            if (!isDone(session)) {
                return Optional.of(held);
            }
            Optional<HttpSession> own = own(id);
            if (own.isPresent()) {
                return own;
            }
            Session detached = members.detach.on(session);
            boolean alive = detached != null && members.isValid.on(members.clustered.on(detached));
            return alive ? Optional.of(held) : Optional.empty();
        });
    }

    @Override
    public Optional<SharedTexts> shared() {
        return Optional.ofNullable(texts);
    }

    @Override
    public Optional<HttpSession> find(String id) {
        return asked(() -> own(id).or(() -> Optional.ofNullable(manager.getSession(id))
                .map(this::ofNoRequest)
                .filter(session -> members.isValid.on(members.clustered.on(replicated(session))))));
    }

    /** To Undertow the first session that a request asks for is the request's own. */
    private HttpSession ofNoRequest(Session session) {
        ServletRequestContext request = ServletRequestContext.current();
        ServletRequestContext.clearCurrentServletAttachments();
        try {
            return HttpSessionImpl.forSession(session, context, false);
        } finally {
            if (request != null) {
                ServletRequestContext.setCurrentRequestContext(request);
            }
        }
    }

    /** The session of this thread's request by its id: the grid would wait for a lock that the request has. */
    private Optional<HttpSession> own(String id) {
        return Optional.ofNullable(ServletRequestContext.current())
                .map(this::http)
                .filter(session -> session.getId().equals(id))
                .map(HttpSession.class::cast);
    }

    @Override
    public void close() {
        if (texts != null) {
            texts.close();
        }
        super.close();
    }

    @Override
    public boolean isHeardAgain(String formerId, String id) {
        return changes.isSecond(formerId + ' ' + id);
    }

    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw Mistake.GRID_UNREACHABLE.because(e);
        }
    }

    /**
     * Stores what has changed since the attributes were stored last. Left to itself WildFly stores them with the last of the
     * concurrent requests, when the others have long been answered.
     */
    private void storeAttributes(Session session) {
        if (!members.isInvalid.on(session) && !isDone(session)) {
            Object attributes = members.attributes.on(members.clustered.on(session));
            inBatch(session, batch -> members.storeAttributes.on(attributes));
        }
    }

    /** After the end of its batch a session has none; with Infinispan Server a batch is no transaction. */
    private Void watch(Session session) {
        inBatch(session, batch -> {
            Object own = members.ofThread.on(batch);
            if (members.transactional.isInstance(own)) {
                commits().add(WatchedCommit.of(members.transaction.on(own), members.parts));
            }
        });
        return null;
    }

    /** The transactions of this thread's request. */
    @SuppressWarnings("unchecked")
    private static List<List<WatchedCommit>> commits() {
        ServletRequest request = ServletRequestContext.requireCurrent().getOriginalRequest();
        if (request.getAttribute(COMMITS) == null) {
            request.setAttribute(COMMITS, new ArrayList<List<WatchedCommit>>());
        }
        return (List<List<WatchedCommit>>) request.getAttribute(COMMITS);
    }

    /** Works as a part of the transaction of this thread's request, which goes on after it. */
    private void inBatch(Session session, Consumer<Object> work) {
        try (AutoCloseable context = members.resume.on(members.suspendedBatch.on(session))) {
            work.accept(members.resumed.on(context));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new GridException("the transaction of the request cannot be left", e);
        }
    }

    private boolean isDone(Session session) {
        return members.closeTask.on(session).get() == null;
    }

    /**
     * The session that a request has; null for none. Looked up where Undertow keeps it: to ask Undertow for a session that is
     * being ended brings a dead one back for the rest of the request.
     */
    private HttpSessionImpl http(ServletRequestContext request) {
        var key = members.ofExchange.on(request.getDeployment().getServletContext());
        HttpSessionImpl session = request.getExchange().getAttachment(key);
        return session == null || session.isInvalid() ? null : session;
    }

    /** The replicated session itself: WildFly's wrapper around it does nothing before the response has ended. */
    private Session replicated(HttpSession http) {
        Session session = ((HttpSessionImpl) http).getSession();
        while (members.wrapper.isInstance(session)) {
            session = members.wrapped.on(session);
        }
        return session;
    }

    /** Tells the second of two equal messages from the first: WildFly tells twice of each change of a replicated session's id. */
    static final class DoubledChanges {
        /** More than there are threads between the first and the second message; what is left of lost ones is forgotten. */
        static final int MOST = 10_000;

        private final Set<String> heardOnce = new LinkedHashSet<>();

        /** Whether the message was heard once before. */
        synchronized boolean isSecond(String message) {
            if (heardOnce.size() == MOST) {
                heardOnce.remove(heardOnce.iterator().next());
            }
            return heardOnce.remove(message) || !heardOnce.add(message);
        }
    }
}
