// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.payara.PayaraContainer;
import org.scriptingsession.server.payara.PayaraReplication;
import org.scriptingsession.server.wildfly.UndertowReplication;

/** The sessions of a distributable application, which other nodes may serve as well. */
@ApplicationScoped
public class ReplicatedSessions implements SessionServer {
    @Inject
    private Standstill standstill;

    @Inject
    private RenewedIds renewedIds;

    @Inject
    private Refusal refusal;

    private boolean distributable;
    private PayaraReplication payara;
    private UndertowReplication undertow;

    /**
     * To be called once, while the application starts.
     *
     * @throws org.scriptingsession.api.ScriptingException when its sessions would not be the same on all nodes
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
                payara = PayaraReplication.begin(
                        container.get(), application.getContextPath(), standstill, renewedIds, refusal);
            } else {
                undertow = UndertowReplication.begin();
            }
        } catch (ReflectiveOperationException | RuntimeException | NoClassDefFoundError e) {
            close();
            throw Mistake.CANNOT_REPLICATE.because(e);
        }
    }

    @PreDestroy
    @Override
    public void close() {
        standstill.end();
        if (payara != null) {
            payara.close();
        }
    }

    @Override
    public void checkSafe() {
        if (distributable && standstill.isRecent()) {
            throw Mistake.STOOD_STILL.with();
        }
    }

    @Override
    public boolean sharesSessions() {
        return payara != null || undertow != null;
    }

    @Override
    public boolean completes(ResponseEnd end) {
        return payara != null && payara.completeLater(end);
    }

    @Override
    public void cut(ServletRequest request) {
        ConnectionCut.cut(request);
    }

    @Override
    public boolean storesWhenComplete() {
        return undertow != null;
    }

    @Override
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
            throw Mistake.GRID_UNREACHABLE.because(e);
        }
        if (late || standstill.since(begun)) {
            throw Mistake.STOOD_STILL.with();
        }
    }

    @Override
    public void storeRenewed(String id, long begun) {
        if (payara != null) {
            payara.storeRenewed(id, begun);
        }
    }

    @Override
    public void ended(HttpSession session) {
        if (payara != null && !SessionsElsewhere.isEnding()) {
            payara.end(session.getId(), session.getMaxInactiveInterval());
        } else if (undertow != null) {
            try {
                undertow.ending(session);
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw Mistake.GRID_UNREACHABLE.because(e);
            }
        }
    }

    @Override
    public Optional<HttpSession> current(String id, HttpSession held) {
        if (undertow == null) {
            return Optional.ofNullable(payara == null ? held : payara.current(id));
        }
        try {
            return undertow.current(id, held);
        } catch (ReflectiveOperationException e) {
            throw Mistake.GRID_UNREACHABLE.because(e);
        }
    }

    @Override
    public void end(HttpSession held) {
        try {
            if (undertow == null || !undertow.end(held)) {
                held.invalidate();
            }
        } catch (ReflectiveOperationException e) {
            throw Mistake.GRID_UNREACHABLE.because(e);
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

    @Override
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
