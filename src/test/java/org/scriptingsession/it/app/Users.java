// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** The users of the test applications: alice, and bob who is a manager; their password is their name and an exclamation mark. */
@ApplicationScoped
@DeclareRoles({"manager", "chief", "user"})
public class Users implements IdentityStore {
    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential login)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        String name = login.getCaller();
        boolean known = Set.of("alice", "bob").contains(name) && login.compareTo(name, name + "!");
        return known
                ? new CredentialValidationResult(name, name.equals("bob") ? Set.of("user", "manager") : Set.of("user"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
