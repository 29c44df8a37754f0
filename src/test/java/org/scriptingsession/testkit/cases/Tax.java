// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import jakarta.enterprise.context.ApplicationScoped;

/** What another bean injects. */
@ApplicationScoped
public class Tax {
    int of(int net) {
        return net / 10;
    }
}
