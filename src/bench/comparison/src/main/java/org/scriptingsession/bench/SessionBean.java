// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bench;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** What a Java developer would inject to get at the session. */
@RequestScoped
public class SessionBean {
    @Inject
    private HttpServletRequest request;

    public void set(String name, Object value) {
        request.getSession().setAttribute(name, value);
    }

    public Object get(String name) {
        return request.getSession().getAttribute(name);
    }
}
