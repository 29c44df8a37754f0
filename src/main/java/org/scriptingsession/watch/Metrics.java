// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.watch;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scriptingsession.error.LogText;

/** Shows the application's figures in the metrics library that the server has; where it has none, nowhere. */
@ApplicationScoped
public class Metrics {
    private static final System.Logger LOGGER = System.getLogger(Metrics.class.getName());

    /** Of each figure that is shown: a figure is shown once however often it is told. */
    private final Map<Shown, Runnable> ends = new HashMap<>();

    @Inject
    @Any
    private Instance<MetricsLibrary> libraries;

    private boolean closed;

    /** Shows all figures from now on, and each that comes until the application ends. */
    public void show(Watched watched, String application) {
        Optional<MetricsLibrary> library =
                libraries.stream().filter(MetricsLibrary::isThere).min(Comparator.comparingInt(MetricsLibrary::rank));
        library.ifPresent(found -> watched.tell(figure -> show(found, figure, application)));
    }

    /** That an operator sees less is no reason for a script to fail. */
    private synchronized void show(MetricsLibrary library, Figure figure, String application) {
        Shown shown = new Shown(figure.measure(), figure.value());
        if (closed || ends.containsKey(shown)) {
            return;
        }
        try {
            ends.put(shown, library.show(figure, figure.tags(application)));
        } catch (RuntimeException | LinkageError e) {
            LOGGER.log(
                    Level.WARNING,
                    "the metrics lack " + figure.measure().id() + " " + LogText.oneLine(figure.value()),
                    LogText.harmless(e));
        }
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        for (Runnable end : ends.values()) {
            try {
                end.run();
            } catch (RuntimeException e) {
                LOGGER.log(Level.DEBUG, "the metrics were gone before the application", e);
            }
        }
    }

    private record Shown(Measure measure, String value) {}
}
