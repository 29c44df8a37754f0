// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.sample;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Map;
import java.util.Set;

/** Two users for a look at the sample: replace this by a store of your own, such as a database's. */
@ApplicationScoped
@DeclareRoles({"member", "manager"})
@FormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = "/login.html", errorPage = "/refused.html", useForwardToLogin = false))
public class SampleUsers implements IdentityStore {
    private static final Map<String, Set<String>> ROLES =
            Map.of("alice", Set.of("member"), "bob", Set.of("member", "manager"));

    /** The password of each is the name. */
    public CredentialValidationResult validate(UsernamePasswordCredential login) {
        String name = login.getCaller();
        return ROLES.containsKey(name) && login.compareTo(name, name)
                ? new CredentialValidationResult(name, ROLES.get(name))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
