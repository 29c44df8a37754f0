// SPDX-License-Identifier: Apache-2.0
package com.example.shop;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.FormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Set;

/** Two customers, kept in memory, who log in by a form; the README has their passwords. */
@ApplicationScoped
@DeclareRoles("customer")
@FormAuthenticationMechanismDefinition(
        loginToContinue =
                @LoginToContinue(loginPage = "/login.html", errorPage = "/refused.html", useForwardToLogin = false))
public class Customers implements IdentityStore {
    private static final Map<String, String> HASHES = Map.of(
            "alice",
            "PBKDF2WithHmacSHA512:210000:B45YrFYS2gSqBAhfCG7F8+PWZ6VxSwOYtVEEoL0QtFo=:tpBkbShzzDMI70J8GZq65CqEM/JsccXBYXNrmiMfPw4=",
            "bob",
            "PBKDF2WithHmacSHA512:210000:GkvwXEJNx02Pu+TwdNWgZTJnUY+F609IQptoKPU6Mv0=:+4mQ1YK8Jev8mlPKCN4rsFqtL3GWNE3m7JgOGwJzZ5c=");

    @Inject
    private Pbkdf2PasswordHash passwords;

    public CredentialValidationResult validate(UsernamePasswordCredential login) {
        // an unknown name takes as long as a wrong password, so that nobody learns the names
        String hash = HASHES.getOrDefault(login.getCaller(), HASHES.get("alice"));
        boolean right = passwords.verify(login.getPassword().getValue(), hash) && HASHES.containsKey(login.getCaller());
        return right
                ? new CredentialValidationResult(login.getCaller(), Set.of("customer"))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
