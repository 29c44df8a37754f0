// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scriptingsession.it.app.RawServlet;

/** The rules of ids in the product's own WAR. */
@ExtendWith(ArquillianExtension.class)
class SessionIdIT extends IdRules {
    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("lifetime").addClass(RawServlet.class);
    }
}
