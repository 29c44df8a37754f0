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
import org.scriptingsession.server.ServerMembers;

/** All members of WildFly's classes that the product uses beside the API of Undertow, as they were seen in WildFly 39.0.1. */
final class WildFlyMembers extends ServerMembers {
    /** Wraps session managers where the server can be suspended, and the wrapped sessions. */
    static final String WRAPPER =
            "org.wildfly.extension.undertow.deployment.ControlPointDeploymentInfoConfigurator$Completable";

    /** Keeps sessions in a cache of the server. */
    static final String EMBEDDED = "org.wildfly.clustering.session.infinispan.embedded.InfinispanSessionManager";

    /** Keeps sessions in an Infinispan Server. */
    static final String REMOTE = "org.wildfly.clustering.session.infinispan.remote.HotRodSessionManager";

    private static final String CLUSTERING = "org.wildfly.clustering.";
    private static final String UNDERTOW = CLUSTERING + "web.undertow.session.";

    private static final String CACHE = "org.infinispan.configuration.cache.";
    private static final List<String> KNOWN_STORES = List.of(EMBEDDED, REMOTE);
    private static final String SESSION = UNDERTOW + "DistributableSession.";
    private static final String BATCH = CLUSTERING + "cache.infinispan.batch.";

    final Member<AttachmentKey<HttpSessionImpl>> ofExchange =
            member(AttachmentKey.class, "io.undertow.servlet.spec.ServletContextImpl.sessionAttachmentKey");

    final Class<?> wrapper = type(WRAPPER + "Session");
    final Member<Session> wrapped = member(Session.class, WRAPPER + "Session.session");

    /** What a request has; a session that was looked up by its id is another kind. */
    final Class<?> ofRequest = type(UNDERTOW + "DistributableSession");

    final Member<AtomicReference<?>> closeTask = member(AtomicReference.class, SESSION + "closeTask");
    final Member<Object> suspendedBatch = member(Object.class, SESSION + "suspendedBatch");
    final Member<Boolean> isInvalid = member(Boolean.class, SESSION + "isInvalid()");
    final Member<Session> detach = member(Session.class, SESSION + "detach()");
    final Member<Object> clustered = any(UNDERTOW + "AbstractSession.get()");

    final Member<Boolean> isValid = member(Boolean.class, CLUSTERING + "session.ImmutableSession.isValid()");
    final Member<Map<?, ?>> attributes = member(Map.class, CLUSTERING + "session.ImmutableSession.getAttributes()");
    final Member<Object> storeAttributes = any(CLUSTERING + "session.cache.attributes.SessionAttributes.close()");

    final Member<AutoCloseable> resume =
            member(AutoCloseable.class, CLUSTERING + "cache.batch.SuspendedBatch.resumeWithContext()");
    final Member<Object> resumed = any(CLUSTERING + "context.Context.get()");
    final Member<Object> discard = any(CLUSTERING + "cache.batch.Batch.discard()");
    final Member<Object> ofThread = any(BATCH + "ThreadContextBatch.get()");

    final Class<?> transactional = type(BATCH + "Transactional");
    final Member<Transaction> transaction = member(Transaction.class, BATCH + "Transactional.getTransaction()");
    final Member<List<Synchronization>> parts = member(List.class, "org.infinispan.commons.tx.TransactionImpl.syncs");

    WildFlyMembers(Object manager, Object store) {
        super(ServletContextImpl.class, manager.getClass(), store.getClass());
        complete();
    }

    /** The session manager itself: one that can be suspended is wrapped. */
    static Object unwrapped(SessionManager manager) {
        boolean isWrapped = manager.getClass().getName().equals(WRAPPER + "SessionManager");
        return isWrapped ? ask(manager, WRAPPER + "SessionManager.manager") : manager;
    }

    /** What stores the sessions of a session manager: {@link #EMBEDDED}, {@link #REMOTE}, or what is not known. */
    static Object store(Object manager) {
        Object store = ask(manager, UNDERTOW + "UndertowSessionManager.getSessionManager()");
        while (!KNOWN_STORES.contains(store.getClass().getName())) {
            store = ask(store, CLUSTERING + "session.cache.DecoratedSessionManager.manager");
        }
        return store;
    }

    /** The cache of an embedded store. */
    static Object cache(Object embedded) {
        return ask(embedded, EMBEDDED + ".cache");
    }

    /** Whether the cache of an embedded store has other nodes. */
    static boolean isClustered(Object embedded) {
        return isClusteredBy(configuration(embedded));
    }

    /** Whether nodes lock the sessions of an embedded store for each other. */
    static boolean locksElsewhere(Object embedded) {
        Object configuration = configuration(embedded);
        Object transactions = ask(
                ask(configuration, CACHE + "Configuration.transaction()"),
                CACHE + "TransactionConfiguration.transactionMode()");
        return isClusteredBy(configuration)
                && (boolean) ask(transactions, "org.infinispan.transaction.TransactionMode.isTransactional()");
    }

    /** Whether the cache of an embedded store has other nodes, or keeps sessions in a file that is not emptied at start. */
    static boolean outlivesNode(Object embedded) {
        Object configuration = configuration(embedded);
        Object persistence = ask(configuration, CACHE + "Configuration.persistence()");
        // WildFly's own local cache has a file for what does not fit into memory
        return isClusteredBy(configuration)
                || !(boolean) ask(persistence, CACHE + "PersistenceConfiguration.passivation()")
                        && ((List<?>) ask(persistence, CACHE + "PersistenceConfiguration.stores()"))
                                .stream().anyMatch(store ->
                                        !(boolean) ask(store, CACHE + "StoreConfiguration.purgeOnStartup()"));
    }

    private static Object configuration(Object embedded) {
        return ask(cache(embedded), "org.infinispan.Cache.getCacheConfiguration()");
    }

    private static boolean isClusteredBy(Object configuration) {
        Object mode = ask(
                ask(configuration, CACHE + "Configuration.clustering()"),
                CACHE + "ClusteringConfiguration.cacheMode()");
        return (boolean) ask(mode, CACHE + "CacheMode.isClustered()");
    }

    /** What RESTEasy has in each thread, as the application sees it. */
    static final class RestEasy extends ServerMembers {
        private static final String STACK = "org.jboss.resteasy.util.ThreadLocalStack.";

        /** Static: the stack of all threads. */
        final Member<Object> factories = any("org.jboss.resteasy.core.ThreadLocalResteasyProviderFactory.delegate");

        final Member<Integer> size = member(Integer.class, STACK + "size()");
        final Member<Object> pop = any(STACK + "pop()");

        RestEasy() {
            super(WildFlyMembers.class);
            complete();
        }
    }
}
