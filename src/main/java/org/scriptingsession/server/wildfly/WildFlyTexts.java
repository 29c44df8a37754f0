// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.wildfly;

import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.scriptingsession.server.ServerMembers;
import org.scriptingsession.server.SharedTexts;

/**
 * An application's texts in a cache of their own, beside that of its sessions: without transactions, since what a request reads
 * and writes there is no part of its session's.
 */
final class WildFlyTexts extends ServerMembers implements SharedTexts {
    private static final String CONFIGURATION = "org.infinispan.configuration.cache.";
    private static final String CACHE = "org.infinispan.commons.api.BasicCache.";
    private static final String MANAGER = "org.infinispan.manager.EmbeddedCacheManager.";
    private static final String TIME = "long,java.util.concurrent.TimeUnit)";
    private static final String OBJECT = "java.lang.Object,";

    private final Member<Object> managerOf = any("org.infinispan.Cache.getCacheManager()");
    private final Member<String> nameOf = member(String.class, "org.infinispan.Cache.getName()");
    private final Member<Object> define =
            any(MANAGER + "defineConfiguration(java.lang.String," + CONFIGURATION + "Configuration)");
    private final Member<Object> undefine = any(MANAGER + "undefineConfiguration(java.lang.String)");
    private final Member<ConcurrentMap<String, String>> start =
            member(ConcurrentMap.class, MANAGER + "getCache(java.lang.String)");
    private final Member<Object> stop = any("org.infinispan.commons.api.Lifecycle.stop()");

    private final Member<Object> builder = maker(CONFIGURATION + "ConfigurationBuilder");
    private final Member<Object> clustering = any(CONFIGURATION + "ConfigurationBuilder.clustering()");
    private final Member<Object> setMode =
            any(CONFIGURATION + "ClusteringConfigurationBuilder.cacheMode(" + CONFIGURATION + "CacheMode)");
    private final Member<Object> mode = any(CONFIGURATION + "CacheMode.DIST_SYNC");
    private final Member<Object> encoding = any(CONFIGURATION + "ConfigurationBuilder.encoding()");
    private final Member<Object> setMediaType =
            any(CONFIGURATION + "EncodingConfigurationBuilder.mediaType(java.lang.String)");
    private final Member<Object> build = any(CONFIGURATION + "ConfigurationBuilder.build()");

    private final Member<Object> putIfAbsent = any(CACHE + "putIfAbsent(" + OBJECT + OBJECT + TIME);
    private final Member<Boolean> replace = member(Boolean.class, CACHE + "replace(" + OBJECT + OBJECT + OBJECT + TIME);

    private final Object manager;
    private final String name;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final ConcurrentMap<String, String> texts;

    /** @param sessions the cache of an embedded store that other nodes have as well */
    WildFlyTexts(Object sessions) {
        super(sessions.getClass());
        complete();
        manager = managerOf.on(sessions);
        // not the context path: the server may have other hosts, with applications of the same one
        name = "org.scriptingsession.users/" + nameOf.on(sessions);
        Object configuration = builder.on(null);
        setMode.on(clustering.on(configuration), mode.on(null));
        setMediaType.on(encoding.on(configuration), "application/x-java-object");
        define.on(manager, name, build.on(configuration));
        texts = start.on(manager, name);
    }

    @Override
    public String get(String key) {
        return WildFlyServer.asked(() -> texts.get(key));
    }

    @Override
    public boolean replace(String key, String before, String next, Duration kept) {
        long seconds = kept.toSeconds();
        return WildFlyServer.asked(() -> before == null
                ? putIfAbsent.on(texts, key, next, seconds, TimeUnit.SECONDS) == null
                : replace.on(texts, key, before, next, seconds, TimeUnit.SECONDS));
    }

    @Override
    public boolean remove(String key, String before) {
        return WildFlyServer.asked(() -> texts.remove(key, before));
    }

    /** The server outlives the application; other nodes keep the texts. */
    void close() {
        if (open.getAndSet(false)) {
            try {
                stop.on(texts);
            } finally {
                // else the next version of the application could not define it
                undefine.on(manager, name);
            }
        }
    }
}
