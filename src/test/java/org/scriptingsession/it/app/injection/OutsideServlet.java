// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.api.SessionRegistry;

/** Lets the session be asked where no HTTP call is served, and waits for the answer. Its own call has a session. */
@WebServlet("/outside/*")
public class OutsideServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ScriptingSession session;

    @Inject
    private transient SessionRegistry registry;

    @Inject
    private transient ObserverProbe observer;

    @Inject
    private transient StartupProbe startup;

    @Inject
    private transient StatelessProbe stateless;

    @Inject
    private transient AsynchronousProbe asynchronous;

    @Inject
    private transient Event<Question> questions;

    @Resource
    private transient ManagedScheduledExecutorService executor;

    @Resource
    private transient ManagedThreadFactory factory;

    @Resource
    private transient ContextService contexts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            String inCall = Probe.ask(session);
            String answer = kinds().get(request.getPathInfo().substring(1)).call();
            response.setContentType("text/plain");
            response.getWriter().print(inCall + "," + answer);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Map<String, Callable<String>> kinds() {
        Callable<String> ask = () -> Probe.ask(session);
        return Map.ofEntries(
                Map.entry("executor", () -> executor.submit(ask).get(30, TimeUnit.SECONDS)),
                Map.entry("select", () -> executor.submit(this::select).get(30, TimeUnit.SECONDS)),
                Map.entry("scheduled", () -> executor.schedule(ask, 1, TimeUnit.MILLISECONDS)
                        .get(30, TimeUnit.SECONDS)),
                Map.entry("stage", () -> executor.supplyAsync(() -> Probe.ask(session))
                        .get(30, TimeUnit.SECONDS)),
                Map.entry("contextual", () -> inThread(contexts.contextualCallable(ask))),
                Map.entry("factory", () -> run(factory::newThread, ask)),
                Map.entry("thread", () -> inThread(ask)),
                Map.entry("asynchronous", () -> asynchronous.askLater().get(30, TimeUnit.SECONDS)),
                Map.entry("enterprise", () -> stateless.askLater().get(30, TimeUnit.SECONDS)),
                Map.entry("observer", this::askObservers),
                Map.entry("initialized", observer::atStart),
                Map.entry("startup", startup::atStart),
                Map.entry("timer", () -> StartupProbe.ticks().poll(30, TimeUnit.SECONDS)),
                Map.entry("registry", () -> executor.submit(() -> String.valueOf(registry.count("nobody")))
                        .get(30, TimeUnit.SECONDS)));
    }

    private String select() {
        return Probe.ask(CDI.current().select(ScriptingSession.class).get());
    }

    private String askObservers() throws Exception {
        return questions
                .fireAsync(new Question())
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS)
                .answers();
    }

    private static String inThread(Callable<String> ask) throws Exception {
        return run(Thread::new, ask);
    }

    private static String run(Function<Runnable, Thread> threads, Callable<String> ask) throws Exception {
        FutureTask<String> task = new FutureTask<>(ask);
        threads.apply(task).start();
        return task.get(30, TimeUnit.SECONDS);
    }
}
