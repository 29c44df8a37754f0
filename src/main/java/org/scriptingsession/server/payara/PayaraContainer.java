// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server.payara;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Array;

/** What lies behind the application's context on Payara. */
final class PayaraContainer {
    private final PayaraMembers.Container members;
    private final Object webModule;

    PayaraContainer(ServletContext context) {
        members = new PayaraMembers.Container(context.getClass());
        webModule = members.webModule.of(members.context.of(context));
    }

    /** The application's session manager. */
    Object manager() {
        return members.manager.on(webModule);
    }

    /** Where the valve of a class is in the chain that each request of the application passes; -1 for nowhere. */
    int placeOfValve(String className) {
        Object[] valves = valves();
        for (int i = 0; i < valves.length; i++) {
            if (valves[i].getClass().getName().equals(className)) {
                return i;
            }
        }
        return -1;
    }

    void replaceValve(int place, Class<?> type, Object valve) {
        Object[] valves = valves();
        Object[] changed = (Object[]) Array.newInstance(type, valves.length);
        System.arraycopy(valves, 0, changed, 0, valves.length);
        changed[place] = valve;
        members.valves.set(members.pipeline.on(webModule), changed);
    }

    private Object[] valves() {
        return members.valves.of(members.pipeline.on(webModule));
    }
}
