// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cluster;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.scriptingsession.error.ClusterMessages;
import org.scriptingsession.request.ExchangeResponse;
import org.scriptingsession.request.HiddenEndResponse;

/** The sessions of a distributable application, which other nodes may serve as well. */
@ApplicationScoped
public class ReplicatedSessions {
    @Inject
    private Standstill standstill;

    @Inject
    private RenewedIds renewedIds;

    private boolean distributable;
    private PayaraReplication payara;
    private UndertowReplication undertow;

    /**
     * To be called once, while the application starts.
     *
     * @throws org.scriptingsession.error.ScriptingException when its sessions would not be the same on all nodes
     */
    public void open(ServletContext application) {
        distributable = isDistributable(application);
        if (!distributable) {
            return;
        }
        standstill.begin();
        try {
            var container = PayaraContainer.of(application);
            if (container.isPresent()) {
                payara = PayaraReplication.begin(container.get(), application.getContextPath(), standstill, renewedIds);
            } else {
                undertow = UndertowReplication.begin();
            }
        } catch (ReflectiveOperationException | RuntimeException | NoClassDefFoundError e) {
            close();
            throw ClusterMessages.cannotReplicate(e);
        }
    }

    /** To be called before the container stops its session manager, or when the application is not going to start. */
    @PreDestroy
    public void close() {
        standstill.end();
        if (payara != null) {
            payara.close();
        }
    }

    /**
     * To be called before a request is served, with a session or without: a balancer's health check has none.
     *
     * @throws org.scriptingsession.error.NotStoredException when this node has stood still, and its sessions may be old
     */
    public void checkSafe() {
        if (distributable && standstill.isRecent()) {
            throw ClusterMessages.stoodStill();
        }
    }

    /** The response to go on with: one of which the client does not see the end by itself. */
    public HttpServletResponse begin(HttpServletRequest request, HttpServletResponse response) {
        return payara == null && undertow == null ? response : new HiddenEndResponse(request, response);
    }

    /**
     * Lets the client see the end of a response. To be called when the request was served and {@link #store} has stored its
     * session; on Payara the response waits for the valve that does it.
     */
    public void complete(HttpServletRequest request, ExchangeResponse response) throws IOException {
        boolean waits = payara != null && payara.completeLater(response);
        if (!waits || request.isAsyncStarted()) {
            response.complete();
        }
    }

    /**
     * Whether the session of an asynchronous request is to be stored by {@link #store} when it is complete. On Payara a valve
     * does it.
     */
    public boolean storesWhenComplete() {
        return undertow != null;
    }

    /**
     * Stores the session of this thread's request, before the client sees the end of the response. On Payara a valve does it.
     *
     * @param begun when the request began, by {@link System#nanoTime}
     * @throws org.scriptingsession.error.NotStoredException when it was not stored
     */
    public void store(long begun) {
        if (undertow == null) {
            return;
        }
        boolean late = standstill.since(begun);
        try {
            if (late) {
                undertow.discard();
            } else {
                undertow.store();
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw ClusterMessages.gridUnreachable(e);
        }
        if (late || standstill.since(begun)) {
            throw ClusterMessages.stoodStill();
        }
    }

    /**
     * Stores the session of a request that came with an id which was renewed at the same moment: the container does not know it
     * for that of the request.
     *
     * @throws org.scriptingsession.error.NotStoredException when it was not stored
     */
    public void storeRenewed(String id, long begun) {
        if (payara != null) {
            payara.storeRenewed(id, begun);
        }
    }

    /** A session is being ended: nobody must take its id any more. */
    public void ended(HttpSession session) {
        if (payara != null && !SessionsElsewhere.isEnding()) {
            payara.end(session.getId(), session.getMaxInactiveInterval());
        } else if (undertow != null) {
            try {
                undertow.ending(session);
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw ClusterMessages.gridUnreachable(e);
            }
        }
    }

    /**
     * The session that a component holds, as it is now: what this node read before another changed it is dead, and must not be
     * asked anything.
     *
     * @return empty when it is over, or this node has no copy of it any more
     */
    public Optional<HttpSession> current(String id, HttpSession held) {
        if (undertow == null) {
            return Optional.ofNullable(payara == null ? held : payara.current(id));
        }
        try {
            return undertow.current(id, held);
        } catch (ReflectiveOperationException e) {
            throw ClusterMessages.gridUnreachable(e);
        }
    }

    /**
     * Ends a session that {@link #current} gave.
     *
     * @throws IllegalStateException when it is over, and belongs to this request
     */
    public void end(HttpSession held) {
        try {
            if (undertow == null || !undertow.end(held)) {
                held.invalidate();
            }
        } catch (ReflectiveOperationException e) {
            throw ClusterMessages.gridUnreachable(e);
        }
    }

    /**
     * The session of this thread's request may be about to get another id. On WildFly it is locked anyway.
     *
     * @throws org.scriptingsession.error.NotStoredException when it must not, since another node has changed or ended it
     */
    public void idChanging() {
        if (payara != null) {
            payara.idChanging();
        }
    }

    /** A session has another id, and nobody must take the former one any more. */
    public void idChanged(String id) {
        if (payara != null) {
            payara.idChanged(id);
        }
    }

    /** Jakarta Servlet has no method that tells. */
    private static boolean isDistributable(ServletContext application) {
        try (InputStream descriptor = application.getResourceAsStream("/WEB-INF/web.xml")) {
            return descriptor != null && hasElement(descriptor, "distributable");
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("WEB-INF/web.xml cannot be read", e);
        }
    }

    private static boolean hasElement(InputStream xml, String name) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
