// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.injection;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.scriptingsession.api.ScriptingSession;

/** A bean that the container keeps in the session, and may write to a disk or to another node. */
@SessionScoped
public class KeptProbe implements Serializable {
    private static final long serialVersionUID = 1L;

    // what is injected can be serialized, though its type does not say so
    @SuppressWarnings("serial")
    @Inject
    private ScriptingSession session;

    /** In the caller's thread. */
    public String ask() {
        return Probe.ask(session);
    }

    /** Of the injected session as it comes back from bytes. */
    public String askAfterPassivation() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(session);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return Probe.ask((ScriptingSession) in.readObject());
        }
    }
}
