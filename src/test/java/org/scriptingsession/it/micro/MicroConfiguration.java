// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.micro;

import java.util.List;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What arquillian.xml says of the server. */
public final class MicroConfiguration implements ContainerConfiguration {
    private String jvmOptions = "";
    private String microOptions = "";

    List<String> jvmOptions() {
        return List.of(jvmOptions.trim().split("\\s+"));
    }

    /** @param jvmOptions with blanks between them */
    public void setJvmOptions(String jvmOptions) {
        this.jvmOptions = jvmOptions;
    }

    List<String> microOptions() {
        return List.of(microOptions.trim().split("\\s+"));
    }

    /** @param microOptions with blanks between them */
    public void setMicroOptions(String microOptions) {
        this.microOptions = microOptions;
    }

    @Override
    public void validate() {
        // the JVM and the server say what they do not know
    }
}
