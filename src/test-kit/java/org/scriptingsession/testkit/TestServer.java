// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.OptionalInt;
import org.scriptingsession.server.KnownServer;
import org.scriptingsession.server.PlainServer;
import org.scriptingsession.server.SessionServer;
import org.scriptingsession.server.StartingApplication;

/** Tells the product that there is a test in the server's place. Public for {@link java.util.ServiceLoader} alone. */
public final class TestServer implements KnownServer {
    /** For the service loader. */
    public TestServer() {}

    @Override
    public boolean runs(ServletContext context) {
        return context instanceof TestServletContext;
    }

    @Override
    public String version() {
        return "test kit";
    }

    @Override
    public SessionServer open(StartingApplication application) {
        return new Sessions((TestServletContext) application.context());
    }

    @Override
    public List<String> attributePrefixes() {
        return List.of();
    }

    private static final class Sessions extends PlainServer {
        private final TestServletContext context;

        Sessions(TestServletContext context) {
            this.context = context;
        }

        @Override
        public OptionalInt sessions() {
            return OptionalInt.of(context.sessions().get());
        }

        @Override
        protected void breakConnection(ServletRequest request) {
            ((ClientRequest) request).cut();
        }
    }
}
