// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import io.undertow.server.session.Session;
import io.undertow.server.session.SessionManager;
import io.undertow.servlet.spec.HttpSessionImpl;
import io.undertow.servlet.spec.ServletContextImpl;
import io.undertow.util.AttachmentKey;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.scriptingsession.server.ServerField;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.ServerMethod;

/** All members of WildFly's classes that the product uses beside the API of Undertow, as they were seen in WildFly 39.0.1. */
final class WildFlyMembers {
    static final String KNOWN_VERSION = "WildFly 39.0.1";

    /** Wraps session managers where the server can be suspended, and the wrapped sessions. */
    static final String WRAPPER =
            "org.wildfly.extension.undertow.deployment.ControlPointDeploymentInfoConfigurator$Completable";

    /** Keeps sessions in a cache of the server. */
    static final String EMBEDDED = "org.wildfly.clustering.session.infinispan.embedded.InfinispanSessionManager";

    /** Keeps sessions in an Infinispan Server. */
    static final String REMOTE = "org.wildfly.clustering.session.infinispan.remote.HotRodSessionManager";

    private static final String CLUSTERING = "org.wildfly.clustering.";
    private static final String UNDERTOW = CLUSTERING + "web.undertow.session.";

    private WildFlyMembers() {}

    /** From a wrapper to the session manager in it. */
    static final class Wrapper extends ServerMembers {
        final ServerField<SessionManager> manager = field(SessionManager.class, WRAPPER + "SessionManager.manager");

        Wrapper(Class<?> wrapper) {
            super(wrapper);
            complete();
        }
    }

    /** From Undertow's session manager to that of WildFly's clustering. */
    static final class Manager extends ServerMembers {
        final ServerMethod<Object> clustered =
                method(Object.class, UNDERTOW + "UndertowSessionManager.getSessionManager()");

        Manager(Class<?> manager) {
            super(manager);
            complete();
        }
    }

    /** From clustering's session manager to the one that stores. */
    static final class Decorated extends ServerMembers {
        final Class<?> type = type(CLUSTERING + "session.cache.DecoratedSessionManager");
        final ServerField<Object> manager =
                field(Object.class, CLUSTERING + "session.cache.DecoratedSessionManager.manager");

        Decorated(Class<?> clustered) {
            super(clustered);
            complete();
        }
    }

    /** How a cache of the server keeps sessions. */
    static final class Cache extends ServerMembers {
        private static final String CONFIGURATION = "org.infinispan.configuration.cache.";

        final ServerField<Object> cache = field(Object.class, EMBEDDED + ".cache");
        final ServerMethod<Object> configuration = method(Object.class, "org.infinispan.Cache.getCacheConfiguration()");
        final ServerMethod<Object> clustering = method(Object.class, CONFIGURATION + "Configuration.clustering()");
        final ServerMethod<Object> mode = method(Object.class, CONFIGURATION + "ClusteringConfiguration.cacheMode()");
        final ServerMethod<Boolean> isClustered = method(Boolean.class, CONFIGURATION + "CacheMode.isClustered()");
        final ServerMethod<Object> persistence = method(Object.class, CONFIGURATION + "Configuration.persistence()");
        final ServerMethod<Boolean> passivates =
                method(Boolean.class, CONFIGURATION + "PersistenceConfiguration.passivation()");
        final ServerMethod<List<?>> stores = method(List.class, CONFIGURATION + "PersistenceConfiguration.stores()");
        final ServerMethod<Boolean> isEmptiedAtStart =
                method(Boolean.class, CONFIGURATION + "StoreConfiguration.purgeOnStartup()");

        Cache(Class<?> manager) {
            super(manager);
            complete();
        }
    }

    /** Sessions of requests. */
    static final class Sessions extends ServerMembers {
        private static final String SESSION = UNDERTOW + "DistributableSession.";
        private static final String BATCH = CLUSTERING + "cache.infinispan.batch.";

        final ServerField<AttachmentKey<HttpSessionImpl>> ofExchange =
                field(AttachmentKey.class, "io.undertow.servlet.spec.ServletContextImpl.sessionAttachmentKey");

        final Class<?> wrapper = type(WRAPPER + "Session");
        final ServerField<Session> wrapped = field(Session.class, WRAPPER + "Session.session");

        final ServerField<AtomicReference<?>> closeTask = field(AtomicReference.class, SESSION + "closeTask");
        final ServerField<Object> suspendedBatch = field(Object.class, SESSION + "suspendedBatch");
        final ServerMethod<Boolean> isInvalid = method(Boolean.class, SESSION + "isInvalid()");
        final ServerMethod<Session> detach = method(Session.class, SESSION + "detach()");
        final ServerMethod<Object> clustered = method(Object.class, UNDERTOW + "AbstractSession.get()");

        final ServerMethod<Boolean> isValid = method(Boolean.class, CLUSTERING + "session.ImmutableSession.isValid()");
        final ServerMethod<Map<?, ?>> attributes =
                method(Map.class, CLUSTERING + "session.ImmutableSession.getAttributes()");
        final ServerMethod<Object> storeAttributes =
                method(Object.class, CLUSTERING + "session.cache.attributes.SessionAttributes.close()");

        final ServerMethod<AutoCloseable> resume =
                method(AutoCloseable.class, CLUSTERING + "cache.batch.SuspendedBatch.resumeWithContext()");
        final ServerMethod<Object> resumed = method(Object.class, CLUSTERING + "context.Context.get()");
        final ServerMethod<Object> discard = method(Object.class, CLUSTERING + "cache.batch.Batch.discard()");
        final ServerMethod<Object> ofThread = method(Object.class, BATCH + "ThreadContextBatch.get()");

        final Class<?> transactional = type(BATCH + "Transactional");
        final ServerMethod<Transaction> transaction =
                method(Transaction.class, BATCH + "Transactional.getTransaction()");
        final ServerField<List<Synchronization>> parts =
                field(List.class, "org.infinispan.commons.tx.TransactionImpl.syncs");

        Sessions(Class<?> manager, Class<?> store) {
            super(ServletContextImpl.class, manager, store);
            complete();
        }
    }
}
