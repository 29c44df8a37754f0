// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Gives the servers of a second JVM of tests other ports than Maven has reserved. */
public final class ForkPorts implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Integer.getInteger("it.fork", 1) > 1) {
            for (String name : new String[] {"it.http.port", "it.https.port", "it.management.port"}) {
                System.setProperty(name, String.valueOf(FreePort.next()));
            }
        }
    }
}
