// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.beans;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;

/** An enterprise bean that asks who calls. */
@Stateless
@ScriptModule("it/vault")
public class Vault {
    @Export
    @RolesAllowed("manager")
    public String open() {
        return "gold";
    }

    @Export
    @PermitAll
    public String look() {
        return "a door";
    }

    @Export
    @PermitAll
    public void broken() {
        throw new IllegalStateException("the lock");
    }
}
