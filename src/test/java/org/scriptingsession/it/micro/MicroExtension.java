// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.micro;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Arquillian's way to {@link MicroContainer}, where the build chose no server that has an adapter of its own. */
public final class MicroExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        if (System.getProperty("arquillian.launch").equals("payara")) {
            builder.service(DeployableContainer.class, MicroContainer.class);
        }
    }
}
