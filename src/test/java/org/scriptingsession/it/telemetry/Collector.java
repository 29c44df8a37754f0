// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Receives spans and metrics by OTLP over HTTP, as an operator's collector does (opentelemetry.io/docs/specs/otlp). */
public final class Collector {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final Collection<ReceivedSpan> spans = new ConcurrentLinkedQueue<>();
    private final Set<String> metrics = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    public Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", call -> receive(call, this::addSpans));
        server.createContext("/v1/metrics", call -> receive(call, this::addMetrics));
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Waits for a span. */
    public ReceivedSpan await(Predicate<ReceivedSpan> condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (this) {
            while (spans.stream().noneMatch(condition) && System.nanoTime() < end) {
                wait(100);
            }
        }
        return spans.stream().filter(condition).findFirst().orElseThrow(() -> new AssertionError("not among " + spans));
    }

    /** Waits for metrics of these names. */
    public boolean hasMetrics(Set<String> names) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        synchronized (this) {
            while (!metrics.containsAll(names) && System.nanoTime() < end) {
                wait(100);
            }
        }
        return metrics.containsAll(names);
    }

    /** The names of all metrics that came. */
    public Set<String> metrics() {
        return metrics;
    }

    public Collection<ReceivedSpan> spans() {
        return spans;
    }

    private void receive(HttpExchange call, java.util.function.Consumer<ProtocolBuffer> receiver) throws IOException {
        boolean zipped = "gzip".equals(call.getRequestHeaders().getFirst("Content-Encoding"));
        try (InputStream body = zipped ? new GZIPInputStream(call.getRequestBody()) : call.getRequestBody()) {
            receiver.accept(new ProtocolBuffer(body.readAllBytes()));
            call.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            call.sendResponseHeaders(200, -1);
        } finally {
            call.close();
        }
        synchronized (this) {
            notifyAll();
        }
    }

    private void addSpans(ProtocolBuffer request) {
        request.messages(1).stream()
                .flatMap(resource -> resource.messages(2).stream())
                .flatMap(scope -> scope.messages(2).stream())
                .map(Collector::span)
                .forEach(spans::add);
    }

    private static ReceivedSpan span(ProtocolBuffer span) {
        Map<String, String> attributes = span.messages(9).stream()
                .collect(Collectors.toMap(
                        attribute -> attribute.text(1),
                        attribute -> attribute.messages(2).isEmpty()
                                ? ""
                                : attribute.messages(2).get(0).text(1),
                        (first, second) -> second));
        boolean failed = span.messages(15).stream().anyMatch(status -> status.number(3) == 2);
        return new ReceivedSpan(span.text(5), span.hex(1), span.hex(2), span.hex(4), attributes, failed);
    }

    private void addMetrics(ProtocolBuffer request) {
        request.messages(1).stream()
                .flatMap(resource -> resource.messages(2).stream())
                .flatMap(scope -> scope.messages(2).stream())
                .forEach(metric -> metrics.add(metric.text(1)));
    }
}
