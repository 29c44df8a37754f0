// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.scriptingsession.seal.AttributeSeal;
import org.scriptingsession.value.AttributeNames;

/** What a session holds of the application's, for who looks at it outside of its own calls. */
@Dependent
public class SessionContents {
    private final AttributeNames names;
    private final AttributeSeal seal;

    @Inject
    public SessionContents(AttributeNames names, AttributeSeal seal) {
        this.names = names;
        this.seal = seal;
    }

    /** All attributes, by name; an entry that another call removes meanwhile is left out. */
    public List<HeldAttribute> of(HttpSession session) {
        return Collections.list(session.getAttributeNames()).stream()
                .flatMap(name -> find(session, name).stream())
                .sorted(Comparator.comparing(HeldAttribute::name))
                .toList();
    }

    /** The attribute of a name; empty when there is none, or it is not the application's. */
    public Optional<HeldAttribute> find(HttpSession session, String name) {
        Object held = names.isApplication(name) ? session.getAttribute(name) : null;
        return Optional.ofNullable(held).map(value -> new HeldAttribute(name, value, seal.covers(name)));
    }
}
