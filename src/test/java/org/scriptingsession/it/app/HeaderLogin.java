// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Users log in by two headers, and stay logged in for their session. */
@ApplicationScoped
@AutoApplySession
public class HeaderLogin implements HttpAuthenticationMechanism {
    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String user = request.getHeader("X-User");
        if (user != null) {
            return context.notifyContainerAboutLogin(
                    stores.validate(new UsernamePasswordCredential(user, request.getHeader("X-Password"))));
        }
        if (context.isProtected() || context.isAuthenticationRequest()) {
            response.setHeader("WWW-Authenticate", "Header");
            return context.responseUnauthorized();
        }
        return context.doNothing();
    }
}
