// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Gives the servers of a second JVM of tests, of which Payara's have one port each, another than Maven has reserved. */
public final class ForkPorts implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Integer.getInteger("it.fork", 1) > 1) {
            System.setProperty("it.http.port", String.valueOf(FreePort.next()));
        }
    }
}
