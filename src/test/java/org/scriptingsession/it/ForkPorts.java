// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Gives a second JVM of tests ports of its own: Maven has reserved those for one. */
public final class ForkPorts implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Integer.getInteger("it.fork", 1) > 1) {
            for (String port : new String[] {"it.http.port", "it.https.port", "it.management.port"}) {
                System.setProperty(port, String.valueOf(FreePort.next()));
            }
        }
    }
}
