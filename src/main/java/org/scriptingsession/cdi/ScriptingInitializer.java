// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.explorer.ExplorerServlet;
import org.scriptingsession.guard.SessionFilter;
import org.scriptingsession.guard.SessionListener;
import org.scriptingsession.rest.ScriptEntryFilter;
import org.scriptingsession.server.KnownServer;
import org.scriptingsession.server.ServerMembers.MissingMembersException;
import org.scriptingsession.server.WebDescriptor;

/**
 * Puts the product into an application, wherever its classes come from: filters, listener, the session's cookie, the path of the
 * scripts. By code, as annotations tell no order: the first filter must stand before those of the application. Then starts the
 * product, before the application's own listeners, which may use it.
 */
@HandlesTypes(ApplicationPath.class)
public class ScriptingInitializer implements ServletContainerInitializer {
    private static final System.Logger LOGGER = System.getLogger(ScriptingInitializer.class.getName());
    private static final String SESSION_COOKIE = "SCRIPTINGSID";
    private static final String SAME_SITE = "Lax";

    /** The servlet of a JAX-RS application without class (Jakarta RESTful Web Services 3.1, 2.3.2). */
    private static final String UNNAMED = Application.class.getName();

    /** @param applications JAX-RS applications; null for none */
    @Override
    public void onStartup(Set<Class<?>> applications, ServletContext application) {
        CDI<Object> beans = beans();
        ScriptingConfig config = beans.select(ScriptingConfig.class).get();
        WebDescriptor descriptor = WebDescriptor.of(application);
        addCookie(application, descriptor, config);
        if (isTaken(config.path(), applications, descriptor)) {
            throw Mistake.PATH_TAKEN.with(config.path());
        }
        if (hasFiles(application, config.path())) {
            LOGGER.log(Level.WARNING, Mistake.FOLDER_HIDDEN.with(config.path()).toString());
        }
        // before the servlet: Undertow destroys in the order of registration, and the filter waits for the calls that
        // are served
        FilterRegistration.Dynamic first = add(application, SessionFilter.class);
        addScripts(application, config.path(), descriptor.maps(UNNAMED));
        first.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
        if (config.explorer().isOn()) {
            addExplorer(application, isTaken(ExplorerServlet.PATH, applications, descriptor));
        }
        FilterRegistration.Dynamic last = add(application, ScriptEntryFilter.class);
        last.addMappingForServletNames(EnumSet.allOf(DispatcherType.class), true, ScriptEntryFilter.SERVLET);
        application.addListener(SessionListener.class);
        beans.select(ScriptingStartup.class).get().start(application);
    }

    private static CDI<Object> beans() {
        try {
            return CDI.current();
        } catch (IllegalStateException off) {
            throw Mistake.CDI_OFF.because(off);
        }
    }

    /** What the application's {@code web.xml} says of its session's cookie is left as it is. */
    private static void addCookie(ServletContext application, WebDescriptor descriptor, ScriptingConfig config) {
        SessionCookieConfig cookie = application.getSessionCookieConfig();
        if (!descriptor.namesCookie()) {
            cookie.setName(SESSION_COOKIE);
        }
        if (!descriptor.saysHttpOnly()) {
            cookie.setHttpOnly(true);
        }
        if (config.security().cookieSecure()) {
            cookie.setSecure(true);
        }
        if (!descriptor.saysTracking()) {
            application.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
        }
        String sameSite = descriptor.sameSite().orElse(SAME_SITE);
        try {
            KnownServer.of(application)
                    .ifPresentOrElse(
                            server -> server.sameSite(application, sameSite),
                            () -> cookie.setAttribute("SameSite", sameSite));
        } catch (MissingMembersException otherVersion) {
            LOGGER.log(
                    Level.WARNING,
                    Mistake.SAME_SITE_BY_DESCRIPTOR
                            .with(sameSite, otherVersion.getMessage())
                            .toString());
        }
    }

    /** Jakarta Servlet has null for a folder that is not there, Payara an empty set. */
    static boolean hasFiles(ServletContext application, String folder) {
        Set<String> files = application.getResourcePaths(folder + "/");
        return files != null && !files.isEmpty();
    }

    private static boolean isTaken(String path, Set<Class<?>> applications, WebDescriptor descriptor) {
        return applications != null
                && applications.stream()
                        .filter(other -> !descriptor.maps(other.getName()))
                        .anyMatch(other -> isAt(path, other));
    }

    /** Payara gives applications their paths later, and one whose path is taken by then gets none. */
    private static boolean isAt(String path, Class<?> application) {
        ApplicationPath annotation = application.getAnnotation(ApplicationPath.class);
        return annotation != null && path.equals("/" + annotation.value().replaceAll("^/|/?\\*?$", ""));
    }

    private static void addScripts(ServletContext application, String path, boolean maps) {
        ServletRegistration scripts = application.getServletRegistration(ScriptEntryFilter.SERVLET);
        if (scripts != null && maps && application.getServletRegistration(UNNAMED) == null) {
            throw Mistake.NO_APPLICATION.with();
        }
        if (scripts == null) {
            String servlet = KnownServer.of(application)
                    .flatMap(KnownServer::jaxRsServlet)
                    .orElseThrow(Mistake.NO_JAX_RS::with);
            ServletRegistration.Dynamic early = application.addServlet(ScriptEntryFilter.SERVLET, servlet);
            early.setAsyncSupported(true);
            early.setLoadOnStartup(1);
            scripts = early;
        }
        if (!scripts.addMapping(path + "/*").isEmpty()) {
            throw Mistake.PATH_TAKEN.with(path);
        }
    }

    /** Nothing at all is registered where the explorer is off: its path is then the application's, and costs nothing. */
    private static void addExplorer(ServletContext application, boolean taken) {
        ServletRegistration.Dynamic explorer =
                application.addServlet(ExplorerServlet.class.getName(), ExplorerServlet.class);
        explorer.setAsyncSupported(true);
        if (taken || !explorer.addMapping(ExplorerServlet.PATH + "/*").isEmpty()) {
            throw Mistake.EXPLORER_TAKEN.with();
        }
    }

    private static FilterRegistration.Dynamic add(ServletContext application, Class<? extends Filter> type) {
        FilterRegistration.Dynamic filter = application.addFilter(type.getName(), type);
        filter.setAsyncSupported(true);
        return filter;
    }
}
