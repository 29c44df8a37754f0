// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.types;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.scriptingsession.api.ScriptModule;

/**
 * An annotation processor: writes {@code beans.d.ts} beside the classes, a TypeScript module for each bean that scripts import.
 * Name it in {@code tsconfig.json}, as {@code target/classes/beans.d.ts}.
 */
@SupportedAnnotationTypes("org.scriptingsession.api.ScriptModule")
public final class BeanTypesProcessor extends AbstractProcessor {
    static final String FILE = "beans.d.ts";

    private final Map<String, TypeElement> beans = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element bean : round.getElementsAnnotatedWith(ScriptModule.class)) {
            beans.put(bean.getAnnotation(ScriptModule.class).value(), (TypeElement) bean);
        }
        if (round.processingOver() && !beans.isEmpty()) {
            write();
        }
        return false;
    }

    private void write() {
        StringBuilder text =
                new StringBuilder("// Of the beans that scripts import; written when they are compiled.\n");
        beans.forEach((name, bean) -> text.append(new BeanDeclaration(processingEnv, name, bean).text()));
        try (Writer file = processingEnv
                .getFiler()
                .createResource(
                        StandardLocation.CLASS_OUTPUT, "", FILE, beans.values().toArray(new Element[0]))
                .openWriter()) {
            file.write(text.toString());
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, FILE + " cannot be written: " + e + ". Make room for it.");
        }
    }
}
