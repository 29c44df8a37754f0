// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.redeploy;

/** A server that goes on while one application comes and goes. */
public interface RedeployingServer extends AutoCloseable {
    void deploy();

    void undeploy();

    /** The application's URL, with a slash at its end. */
    String base();

    long pid();

    /** What the server has said; empty where the test cannot listen. */
    String log();

    @Override
    void close();
}
