// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.explorer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.scriptingsession.config.ExplorerConfig;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.guard.UserLogin;

/**
 * Who may come in. Each request is looked at, and by itself: what the page is allowed says nothing of what another page in the
 * same browser is.
 */
@Dependent
class ExplorerDoor {
    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    /** No name: a name would be looked up by the resolver. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*|\\d+(\\.\\d+){3}");

    private static final String SAME_ORIGIN = "same-origin";

    /** A link, a bookmark or what somebody has typed: it shows the page, and nothing of it to where it came from. */
    private static final List<String> OF_NAVIGATIONS = List.of("none", "same-site", "cross-site");

    /** Headers in which proxies tell of themselves or of the client; proxy-ip is that of servers of Payara's line. */
    private static final Set<String> OF_PROXIES = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "cdn-loop",
            "proxy-ip");

    @Inject
    private ScriptingConfig config;

    @Inject
    private UserLogin login;

    /**
     * Refuses a request that is not of this machine, or not of a page of this origin.
     *
     * @param isPage whether the request is for the page or a part of it, and not for what the page asks
     * @throws org.scriptingsession.api.ScriptingException with the reason
     */
    void check(HttpServletRequest request, boolean isPage) {
        boolean local = config.explorer().isLocal();
        Optional<String> reason = local ? notLocal(request) : Optional.empty();
        reason.or(() -> notSameOrigin(request, isPage))
                .or(() -> local ? otherHost(request) : Optional.empty())
                .ifPresent(why -> {
                    throw Mistake.EXPLORER_REFUSED.with(why);
                });
    }

    /**
     * Asks a client that sends its cookie who its user is, where that counts.
     *
     * @return false when the application's authentication mechanism has answered with its challenge
     * @throws org.scriptingsession.error.AccessRefusedException for a user without the role
     */
    boolean admitUser() {
        ExplorerConfig explorer = config.explorer();
        return explorer.role().isEmpty()
                || login.admit("explorer", List.of(explorer.role().get()));
    }

    static Optional<String> notLocal(HttpServletRequest request) {
        if (!isLoopback(request.getRemoteAddr())) {
            return Optional.of("scripting.explorer is local, and the client is on another machine.");
        }
        // nginx, where it is told nothing else, names itself nowhere and asks this machine's address by HTTP/1.0
        if (request.getProtocol().equals("HTTP/1.0")
                || Collections.list(request.getHeaderNames()).stream().anyMatch(ExplorerDoor::isOfProxy)) {
            // the client is on the proxy's other side, wherever that is
            return Optional.of("scripting.explorer is local, and the request came through a proxy.");
        }
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        boolean local = hosts.isEmpty()
                ? isLoopbackHost(request.getServerName())
                : hosts.stream().allMatch(ExplorerDoor::isLoopbackHost);
        // a name of somebody else's domain that now leads here (DNS rebinding): his page would be of the same origin
        return local
                ? Optional.empty()
                : Optional.of("scripting.explorer is local: ask for it at localhost, 127.0.0.1 or [::1].");
    }

    /** A proxy's other sign: the browser says by what name it asks, and the request has another. */
    static Optional<String> otherHost(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || isOwn(origin, request)
                ? Optional.empty()
                : Optional.of("scripting.explorer is local, and the page has another host than the request.");
    }

    static boolean isLoopback(String address) {
        // an address of IPv6 may name the interface after a percent sign
        String literal = address == null ? "" : address.replaceFirst("%.*", "");
        try {
            return ADDRESS.matcher(literal).matches()
                    && InetAddress.getByName(literal).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    static boolean isLoopbackHost(String host) {
        return host != null
                && LOOPBACK_HOST
                        .matcher(host.contains("::") && !host.startsWith("[") ? "[" + host + "]" : host)
                        .matches();
    }

    static boolean isOfProxy(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return OF_PROXIES.contains(name)
                || name.startsWith("x-forwarded")
                || name.startsWith("x-original-")
                || name.startsWith("cf-");
    }

    /** Browsers send Sec-Fetch-Site to hosts that they trust (https, and loopback), Origin to all, and other clients neither. */
    private static Optional<String> notSameOrigin(HttpServletRequest request, boolean isPage) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        boolean same = site == null ? origin == null || isOwn(origin, request) : isSame(site, request, isPage);
        return same ? Optional.empty() : Optional.of("it comes from a page of another origin.");
    }

    private static boolean isSame(String site, HttpServletRequest request, boolean isPage) {
        return site.equals(SAME_ORIGIN)
                || isPage
                        && OF_NAVIGATIONS.contains(site)
                        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                        && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static boolean isOwn(String origin, HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }
}
