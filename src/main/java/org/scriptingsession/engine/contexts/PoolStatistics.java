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
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts what the pool does. Each reason for a discard is logged once, at its first occurrence. */
@Dependent
class PoolStatistics implements ContextPoolMXBean {
    private static final System.Logger LOGGER = System.getLogger(ContextPool.class.getName());
    private static final double NANOS_PER_MILLI = 1e6;

    private static final int MOST_SCRIPTS = 1000;

    final LongAdder lent = new LongAdder();
    final LongAdder returned = new LongAdder();
    final LongAdder created = new LongAdder();
    final LongAdder waits = new LongAdder();
    final LongAdder refused = new LongAdder();
    final StuckRuns stuck = new StuckRuns();
    private final Map<DiscardReason, LongAdder> discarded = new EnumMap<>(DiscardReason.class);
    private final Map<String, Durations> durations = new ConcurrentHashMap<>();
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
    void ran(String script, long nanos) {
        Durations known = durations.get(script);
        if (known == null) {
            String name = durations.size() < MOST_SCRIPTS ? script : "(others)";
            known = durations.computeIfAbsent(name, Durations::new);
        }
        known.add(nanos);
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
                .map(ScriptDuration.class::cast)
                .sorted(Comparator.comparingLong(ScriptDuration::getRuns).reversed())
                .toList();
    }

    private static final class Durations implements ScriptDuration {
        private final String script;
        private final LongAdder runs = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

        Durations(String script) {
            this.script = script;
        }

        void add(long duration) {
            runs.increment();
            nanos.add(duration);
            longest.accumulate(duration);
        }

        @Override
        public String getScript() {
            return script;
        }

        @Override
        public long getRuns() {
            return runs.sum();
        }

        @Override
        public double getMeanMillis() {
            return runs.sum() == 0 ? 0 : nanos.sum() / NANOS_PER_MILLI / runs.sum();
        }

        @Override
        public double getMaxMillis() {
            return longest.get() / NANOS_PER_MILLI;
        }
    }
}
