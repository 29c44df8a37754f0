// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.exchange.request;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.scriptingsession.config.RequestConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.exchange.Exchange;
import org.scriptingsession.exchange.OpenCalls;
import org.scriptingsession.server.StartingApplication.Refusal;

/**
 * A body that is still on its way when its script is asked for. No thread and no context waits for it (Jakarta Servlet 6.0, 3.7):
 * it is gathered as it comes, and then the request is dispatched once more, with the whole of it.
 */
public final class ArrivingBody implements ReadListener, AsyncListener, OpenCalls.Unattended {
    private static final System.Logger LOGGER = System.getLogger(ArrivingBody.class.getName());
    private static final String NAME = ArrivingBody.class.getName();
    private static final int BUFFER_BYTES = 8192;

    private final Exchange exchange;
    private final AsyncContext context;
    private final ServletInputStream in;
    private final SpooledBytes bytes;
    private final RequestConfig limits;
    private final Refusal refusal;
    private final Runnable atEnd;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private Exception failure;
    private boolean ended;
    private boolean deleted;

    private ArrivingBody(Exchange exchange, AsyncContext context, RequestConfig limits, Refusal refusal, Runnable atEnd)
            throws IOException {
        this.exchange = exchange;
        this.context = context;
        this.in = exchange.request().getInputStream();
        this.bytes = SpooledBytes.empty(limits.memoryBytes(), exchange.directory());
        this.limits = limits;
        this.refusal = refusal;
        this.atEnd = atEnd;
    }

    /**
     * Waits for the rest of a body, where that is possible: the request is dispatched again when it has come.
     *
     * @param exchange whose body is late
     * @param arriving how many bytes of bodies are waited for in the application
     * @param refusal answers a call whose application goes meanwhile
     * @return whether it is waited for; otherwise the request goes on
     */
    public static boolean await(Exchange exchange, RequestConfig limits, AtomicLong arriving, Refusal refusal)
            throws IOException {
        if (!exchange.request().isAsyncSupported()) {
            return false;
        }
        long length = length(exchange.request(), limits);
        Runnable atEnd = () -> arriving.addAndGet(-length);
        if (arriving.addAndGet(length) > limits.arrivingBytes()) {
            atEnd.run();
            return false;
        }
        try {
            begin(exchange, limits, length, refusal, atEnd);
            return true;
        } catch (IOException | RuntimeException e) {
            of(exchange.request()).ifPresentOrElse(ArrivingBody::end, atEnd);
            throw e;
        }
    }

    private static void begin(Exchange exchange, RequestConfig limits, long length, Refusal refusal, Runnable atEnd)
            throws IOException {
        AsyncContext context = exchange.request().startAsync();
        context.setTimeout(OpenCalls.patienceMillis(length));
        ArrivingBody body = new ArrivingBody(exchange, context, limits, refusal, atEnd);
        exchange.request().setAttribute(NAME, body);
        context.addListener(body);
        if (exchange.calls().add(body)) {
            body.in.setReadListener(body);
        } else {
            body.drop();
        }
    }

    /** Whether there is a body for the script that is not here yet. */
    public static boolean isLate(HttpServletRequest request, RequestConfig limits) throws IOException {
        long length = length(request, limits);
        if (length == 0 || request.isAsyncStarted()) {
            return false;
        }
        ServletInputStream in;
        try {
            in = request.getInputStream();
        } catch (IllegalStateException readerTaken) {
            // by a filter of the application, which may have read the body
            return false;
        }
        // some servers find the end when they are asked what is there
        return !in.isFinished() && in.available() < length && !in.isFinished();
    }

    /** How much is to come at most; 0 for nothing, and for what is refused. */
    private static long length(HttpServletRequest request, RequestConfig limits) {
        long announced = RequestBody.announcedLength(request);
        boolean mayHaveBody = RequestForm.METHODS.contains(request.getMethod())
                && (announced > 0 || request.getHeader("Transfer-Encoding") != null || !isOfHttp1(request));
        if (!mayHaveBody || announced > limits.maxBytes()) {
            return 0;
        }
        return announced < 0 ? limits.maxBytes() : announced;
    }

    /** Later versions have bodies without either header. */
    private static boolean isOfHttp1(HttpServletRequest request) {
        return request.getProtocol().toUpperCase(Locale.ROOT).startsWith("HTTP/1");
    }

    /** The body that a request waits for, or has waited for; empty for none. */
    public static Optional<ArrivingBody> of(HttpServletRequest request) {
        return Optional.ofNullable((ArrivingBody) request.getAttribute(NAME));
    }

    /** The call that goes on when the body has come. */
    public Exchange exchange() {
        return exchange;
    }

    /** What has come. */
    synchronized SpooledBytes bytes() throws IOException {
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        if (bytes.size() > limits.maxBytes()) {
            throw Exchange.refused(Mistake.REQUEST_TOO_LARGE.with(limits.maxBytes()));
        }
        return bytes;
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        // not until isFinished(): Grizzly says so over HTTP/2 when all has come, and not when all is read
        for (int count = 0; count >= 0 && !ended && in.isReady(); ) {
            count = in.read(buffer);
            if (count > 0) {
                add(count);
            }
            if (bytes.size() > limits.maxBytes()) {
                goOn(null);
            }
        }
    }

    /** That a file cannot be written is no fault of the client. */
    private void add(int count) {
        try {
            bytes.add(buffer, count);
        } catch (UncheckedIOException full) {
            goOn(full);
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        goOn(null);
    }

    /** The client is gone, or its connection, or the file; the script is told when it reads. */
    @Override
    public synchronized void onError(Throwable broken) {
        goOn(broken instanceof IOException io ? io : new IOException(broken));
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        goOn(new IOException("the body has not come in time"));
    }

    /** @param why not all has come; null when it has */
    private void goOn(Exception why) {
        if (ended) {
            return;
        }
        ended = true;
        failure = why;
        // the dispatched request is a call by itself
        exchange.calls().remove(this);
        try {
            bytes.close();
            context.dispatch();
        } catch (IOException full) {
            failure = new UncheckedIOException("a file of a request cannot be written", full);
            context.dispatch();
        } catch (IllegalStateException givenUp) {
            LOGGER.log(Level.DEBUG, "the server has ended a request whose body was waited for", givenUp);
            end();
        }
    }

    /** Nothing of it has been served. */
    @Override
    public synchronized void closing() {
        if (!ended) {
            ended = true;
            try {
                refusal.answer(exchange.request(), exchange.containerResponse(), Mistake.STOPPING.with());
            } catch (IOException gone) {
                LOGGER.log(Level.DEBUG, "a client has not taken its refusal", gone);
            }
            context.complete();
            end();
        }
    }

    @Override
    public synchronized void drop() {
        if (!ended) {
            end();
            exchange.server().cut(exchange.request());
            context.complete();
        }
    }

    /** Whatever happens now, nothing of it is left. */
    private synchronized void end() {
        ended = true;
        exchange.calls().remove(this);
        delete();
    }

    /** The last of a file, and of the place that was kept for it. */
    synchronized void delete() {
        if (!deleted) {
            deleted = true;
            bytes.delete();
            atEnd.run();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        onError(event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
