// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.cdi;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.server.WebDescriptor;

/**
 * How the product lies in an application. Looked at from CDI's side, by the places of its classes: where a server leaves the jar
 * out of its scan, the product's other classes are not called.
 */
final class Packaging {
    /** As in {@code META-INF/web-fragment.xml}. */
    private static final String FRAGMENT = "org_scriptingsession";

    private static final String LIBRARY = "/WEB-INF/lib/";
    private static final String CLASSES = "/WEB-INF/classes";

    private Packaging() {}

    /** All that is wrong with the application that a class of the product was loaded from. */
    static List<ScriptingException> problems(Class<?> one) {
        String file = one.getName().replace('.', '/') + ".class";
        try {
            Set<String> places = new TreeSet<>();
            Collections.list(one.getClassLoader().getResources(file))
                    .forEach(url -> places.add(placeOf(url.toString(), file)));
            List<ScriptingException> problems = new ArrayList<>();
            if (places.size() > 1) {
                problems.add(Mistake.SECOND_COPY.with(String.join(", ", places)));
            }
            for (String place : places) {
                problems.addAll(problemsOf(place));
            }
            return problems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar or folder, such as {@code file:/shop/WEB-INF/lib/scripting-session.jar}. */
    static String placeOf(String url, String file) {
        String place = url.substring(0, url.length() - file.length() - 1);
        place = place.endsWith("!") ? place.substring(0, place.length() - 1) : place;
        return place.startsWith("jar:") ? place.substring("jar:".length()) : place;
    }

    private static List<ScriptingException> problemsOf(String place) throws IOException {
        boolean library = place.contains(LIBRARY);
        if (!library && !place.endsWith(CLASSES)) {
            return List.of(Mistake.NOT_IN_WAR.with(place));
        }
        String war = place.substring(0, place.lastIndexOf(library ? LIBRARY : CLASSES));
        return problemsOf(descriptor(war), library);
    }

    static List<ScriptingException> problemsOf(WebDescriptor descriptor, boolean library) {
        List<ScriptingException> problems = new ArrayList<>();
        if (descriptor.isMetadataComplete()) {
            problems.add(Mistake.METADATA_COMPLETE.with());
        }
        if (library && descriptor.leavesOut(FRAGMENT)) {
            problems.add(Mistake.NOT_ORDERED.with(FRAGMENT));
        }
        return problems;
    }

    private static WebDescriptor descriptor(String war) throws IOException {
        try (InputStream in = URI.create(war + WebDescriptor.PATH).toURL().openStream()) {
            return WebDescriptor.read(in);
        } catch (FileNotFoundException none) {
            return WebDescriptor.read(null);
        }
    }
}
