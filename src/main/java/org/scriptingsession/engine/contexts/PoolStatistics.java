// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.engine.contexts;

import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.management.JMException;
import javax.management.ObjectName;
import org.scriptingsession.config.ContextsConfig;
import org.scriptingsession.watch.Figure;

/** Counts what the pool does. Each reason for a discard is logged once, at its first occurrence. */
@Dependent
public class PoolStatistics implements ContextPoolMXBean {
    private static final System.Logger LOGGER = System.getLogger(ContextPool.class.getName());
    private static final int MOST_SCRIPTS = 1000;

    final LongAdder lent = new LongAdder();
    final LongAdder returned = new LongAdder();
    final LongAdder created = new LongAdder();
    final LongAdder waits = new LongAdder();
    final LongAdder refused = new LongAdder();
    final StuckRuns stuck = new StuckRuns();
    private final Map<DiscardReason, LongAdder> discarded = new EnumMap<>(DiscardReason.class);
    private final Map<String, ScriptDuration> durations = new ConcurrentHashMap<>();
    private final List<Consumer<Figure>> figures = new CopyOnWriteArrayList<>();
    private ObjectName registered;

    PoolStatistics() {
        for (DiscardReason reason : DiscardReason.values()) {
            discarded.put(reason, new LongAdder());
        }
    }

    void discarded(DiscardReason reason) {
        LongAdder count = discarded.get(reason);
        count.increment();
        if (count.sum() == 1) {
            LOGGER.log(Level.INFO, "a context is closed and replaced for the first time for the reason {0}", reason);
        }
    }

    /** Where script files come and go under ever new names, the later ones are counted together. */
    void ran(String script, long nanos, boolean failed) {
        ScriptDuration known = durations.get(script);
        if (known == null) {
            String name = durations.size() < MOST_SCRIPTS ? script : "(others)";
            known = durations.containsKey(name) ? durations.get(name) : firstRun(name);
        }
        known.add(nanos, failed);
    }

    /** Told of each script once, and only when it is known: who begins to be told meanwhile tells of those that are. */
    private ScriptDuration firstRun(String script) {
        ScriptDuration first = new ScriptDuration(script);
        ScriptDuration known = durations.putIfAbsent(script, first);
        if (known != null) {
            return known;
        }
        figures.forEach(told -> PoolFigures.tell(first, told));
        return first;
    }

    /** Of all scripts. */
    public Durations durations() {
        Durations sum = new Durations();
        durations.values().forEach(script -> script.addTo(sum));
        return sum;
    }

    /** Tells of all figures from now on. */
    synchronized void tell(Consumer<Figure> told, ContextsConfig config) {
        PoolFigures.tell(this, config, told);
        figures.add(told);
        durations.values().forEach(script -> PoolFigures.tell(script, told));
    }

    long discards(DiscardReason reason) {
        return discarded.get(reason).sum();
    }

    void register(String contextPath) {
        try {
            registered = new ObjectName(
                    "org.scriptingsession:type=ContextPool,application=" + ObjectName.quote(contextPath));
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, registered);
        } catch (JMException e) {
            registered = null;
            LOGGER.log(Level.WARNING, "the pool of contexts is not seen in JMX", e);
        }
    }

    void unregister() {
        try {
            if (registered != null) {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(registered);
            }
        } catch (JMException e) {
            LOGGER.log(Level.DEBUG, "the pool of contexts was not in JMX", e);
        }
    }

    @Override
    public int getInUse() {
        return (int) (lent.sum() - returned.sum());
    }

    @Override
    public long getCreated() {
        return created.sum();
    }

    @Override
    public Map<String, Long> getDiscarded() {
        Map<String, Long> counts = new ConcurrentHashMap<>();
        discarded.forEach((reason, count) -> counts.put(reason.name(), count.sum()));
        return counts;
    }

    @Override
    public long getWaits() {
        return waits.sum();
    }

    @Override
    public long getRefused() {
        return refused.sum();
    }

    @Override
    public long getTimeouts() {
        return discarded.get(DiscardReason.DEADLINE).sum();
    }

    @Override
    public int getStuck() {
        return stuck.count();
    }

    @Override
    public List<ScriptDuration> getScripts() {
        return durations.values().stream()
                .sorted(Comparator.comparingLong(ScriptDuration::getRuns).reversed())
                .toList();
    }
}
