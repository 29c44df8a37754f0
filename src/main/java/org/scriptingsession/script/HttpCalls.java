// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.script;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.scriptingsession.api.SessionRegistry;
import org.scriptingsession.config.ScriptingConfig;
import org.scriptingsession.exchange.request.ScriptingRequest;
import org.scriptingsession.exchange.response.ScriptingResponse;
import org.scriptingsession.guard.UserLogin;
import org.scriptingsession.sdk.HttpCall;
import org.scriptingsession.session.CurrentSession;
import org.scriptingsession.value.AttributeNames;

/** Makes of the container's HTTP call what a script sees of it. */
@Dependent
public class HttpCalls {
    @Inject
    private CurrentSession session;

    @Inject
    private UserLogin login;

    @Inject
    private SessionRegistry registry;

    @Inject
    private AttributeNames names;

    @Inject
    private ScriptingConfig config;

    /**
     * The request; close it when it was served.
     *
     * @param pathInfo the script's path and what follows it, decoded
     * @param resourcePath what follows the script's own path, decoded
     */
    public ScriptingRequest request(HttpServletRequest request, String pathInfo, String resourcePath) {
        return new ScriptingRequest(request, pathInfo, resourcePath, names, config.request());
    }

    /**
     * The call, which holds on to the session that there is now: make it before the script runs.
     *
     * @param response null where a component writes it
     */
    public HttpCall call(String path, ScriptingRequest request, ScriptingResponse response) {
        return new HttpCall(path, session.get(), request, response, login, registry);
    }
}
