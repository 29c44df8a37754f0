// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;

/** Users log in by HTTP Basic. */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "it")
public class BasicLogin {}
