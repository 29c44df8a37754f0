// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** Users log in by a form. */
@ApplicationScoped
@FormAuthenticationMechanismDefinition(
        loginToContinue =
                @LoginToContinue(loginPage = "/login.html", errorPage = "/refused.html", useForwardToLogin = false))
public class FormLogin {}
