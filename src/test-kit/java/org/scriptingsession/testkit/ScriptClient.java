// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scriptingsession.api.ScriptRunner;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.exchange.Exchange;

/**
 * The one who calls scripts in a test, as a browser does: all calls share a session and a user. A parameter of a test's method,
 * made for this test alone. Use it in one thread at a time.
 */
public final class ScriptClient {
    private static final ThreadLocal<ScriptClient> CURRENT = new ThreadLocal<>();

    private final TestApplication application;
    private final Map<Class<?>, Object> given = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final ClientScope.Instances instances = new ClientScope.Instances();
    private ClientSession session;
    private ClientUser user;

    ScriptClient(TestApplication application) {
        this.application = application;
    }

    /** Whose call this thread serves. */
    static Optional<ScriptClient> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** A GET of a script's URL, such as {@code shop/cart.mjs} or {@code shop/cart.mjs/items/3?all=yes}. */
    public ScriptRequest get(String url) {
        return request("GET", url);
    }

    /** A POST; see {@link #get}. */
    public ScriptRequest post(String url) {
        return request("POST", url);
    }

    /** A PUT; see {@link #get}. */
    public ScriptRequest put(String url) {
        return request("PUT", url);
    }

    /** A PATCH; see {@link #get}. */
    public ScriptRequest patch(String url) {
        return request("PATCH", url);
    }

    /** A DELETE; see {@link #get}. */
    public ScriptRequest delete(String url) {
        return request("DELETE", url);
    }

    /**
     * A request by another method; see {@link #get}.
     *
     * @param method such as {@code HEAD}
     * @throws IllegalArgumentException for a method that scripts do not answer, or a URL that no client sends
     */
    public ScriptRequest request(String method, String url) {
        return new ScriptRequest(this, method, url);
    }

    /**
     * The client's session as components of the application see it by {@code @Inject ScriptingSession}. Each use of it is a call
     * of the application of its own, but in an object that stands for a bean, where it is the call that is being served.
     */
    public ScriptingSession session() {
        return inCall(ScriptingSession.class);
    }

    /** Runs scripts as components do by {@code @Inject ScriptRunner}, while they serve a call of this client. */
    public ScriptRunner runner() {
        return inCall(ScriptRunner.class);
    }

    /**
     * Puts an object in the place of a bean, for this client alone: scripts call it, and beans into which the bean is injected.
     *
     * @param object an instance of a class in {@code given} or {@code beans} of {@link ScriptTest}, or of a subclass
     * @return this client
     * @throws IllegalArgumentException for another object
     */
    public ScriptClient bean(Object object) {
        given.put(application.setup().beanOf(object.getClass()), object);
        return this;
    }

    /**
     * Logs a user in, as it is after the application's page or dialog has been passed.
     *
     * @param roles in which the user is
     * @return this client
     */
    public ScriptClient logIn(String name, String... roles) {
        user = new ClientUser(Objects.requireNonNull(name, "name"), Set.of(roles));
        return this;
    }

    /**
     * Logs the user out; does nothing when nobody is logged in.
     *
     * @return this client
     */
    public ScriptClient logOut() {
        user = null;
        return this;
    }

    /**
     * Makes a user known whom scripts may log in by {@code request.login}; who is not known cannot.
     *
     * @return this client
     */
    public ScriptClient account(String name, String password, String... roles) {
        accounts.put(name, new Account(password, new ClientUser(name, Set.of(roles))));
        return this;
    }

    /** The name of who is logged in; empty for nobody. */
    public Optional<String> userName() {
        return Optional.ofNullable(user).map(ClientUser::name);
    }

    /**
     * Runs code as a component of the application that serves a call of this client, and gives what it returns. In an object that
     * stands for a bean, or in such code, that is the call which is being served.
     */
    public <T> T component(Function<HttpServletRequest, T> code) {
        return isServed()
                ? code.apply(Exchange.current().orElseThrow().request())
                : new ComponentCall<>(code).run(this);
    }

    private <T> T inCall(Class<T> type) {
        T bean = application.bean(type);
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> component(request -> {
                    try {
                        return method.invoke(bean, arguments);
                    } catch (InvocationTargetException e) {
                        throw ComponentCall.unchecked(e.getCause());
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    TestApplication application() {
        return application;
    }

    ClientScope.Instances instances() {
        return instances;
    }

    /** Null for none. */
    Object given(Class<?> bean) {
        return given.get(bean);
    }

    Optional<ClientUser> account(String name, String password) {
        return Optional.ofNullable(accounts.get(name))
                .filter(account -> account.password.equals(password))
                .map(Account::user);
    }

    ClientRequest newRequest() {
        return new ClientRequest(application.context(), this);
    }

    /** Whether this thread serves a call of it: an object in a bean's place, or a component, asks. */
    boolean isServed() {
        return CURRENT.get() == this;
    }

    /** Sends a request with what the client has, and keeps what the client has afterwards. */
    void during(ClientRequest request, Call call) {
        if (isServed()) {
            throw new IllegalStateException("The client waits for the answer to a call, and sends no other before: "
                    + "send the call after this one.");
        }
        ScriptClient outer = CURRENT.get();
        CURRENT.set(this);
        request.sent(session, user);
        try {
            call.serve();
        } finally {
            HttpSession after = request.getSession(false);
            if (session != null && session != after) {
                instances.destroy();
            }
            session = (ClientSession) after;
            user = request.user();
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** The test is over. */
    void leave() {
        instances.destroy();
        if (session != null && !session.isInvalid()) {
            session.invalidate();
        }
    }

    /** What serves a request. */
    interface Call {
        void serve();
    }

    private record Account(String password, ClientUser user) {}
}
