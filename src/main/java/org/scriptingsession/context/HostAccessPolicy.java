// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.context;

import org.graalvm.polyglot.HostAccess;

/** What guests may do with host objects. They get one function, strings, numbers, booleans, and the bytes of a body. */
final class HostAccessPolicy {
    static final HostAccess EXPLICIT =
            HostAccess.newBuilder(HostAccess.EXPLICIT).allowBufferAccess(true).build();

    private HostAccessPolicy() {}
}
