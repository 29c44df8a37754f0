// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;
import org.scriptingsession.api.Export;

/** The TypeScript module of one bean. */
final class BeanDeclaration {
    /** Words of ECMAScript, in strict code, that are names in Java. */
    private static final Set<String> WORDS = Set.of(
            "arguments",
            "await",
            "debugger",
            "delete",
            "eval",
            "export",
            "function",
            "in",
            "let",
            "typeof",
            "var",
            "with",
            "yield");

    private final ProcessingEnvironment environment;
    private final String name;
    private final TypeElement bean;
    private final TypeScript types;

    BeanDeclaration(ProcessingEnvironment environment, String name, TypeElement bean) {
        this.environment = environment;
        this.name = name;
        this.bean = bean;
        this.types = new TypeScript(environment);
    }

    String text() {
        Map<String, String> functions = new TreeMap<>();
        for (ExecutableElement method :
                ElementFilter.methodsIn(environment.getElementUtils().getAllMembers(bean))) {
            if (method.getAnnotation(Export.class) != null) {
                functions.put(method.getSimpleName().toString(), function(method));
            }
        }
        String members = functions.keySet().stream()
                .map(member -> "    readonly %s: typeof %s;%n".formatted(member, safe(member)))
                .collect(Collectors.joining());
        return "%ndeclare module \"beans/%s\" {%n%s%s  const %s: {%n%s  };%n  export default %4$s;%n}%n"
                .formatted(
                        name,
                        String.join("", types.interfaces()),
                        String.join("", functions.values()),
                        all(functions.keySet()),
                        members);
    }

    /** A name for the default export that no method has. */
    private static String all(Set<String> taken) {
        String name = "all";
        while (taken.contains(name)) {
            name += "_";
        }
        return name;
    }

    private String function(ExecutableElement method) {
        ExecutableType type =
                (ExecutableType) environment.getTypeUtils().asMemberOf((DeclaredType) bean.asType(), method);
        String own = method.getSimpleName().toString();
        String export = safe(own).equals(own) ? "export " : "";
        String declaration = "  %s%sfunction %s(%s): %s;%n"
                .formatted(
                        comment(method),
                        export,
                        safe(own),
                        parameters(method, type),
                        types.result(type.getReturnType()));
        return export.isEmpty() ? declaration + "  export { %s as %s };%n".formatted(safe(own), own) : declaration;
    }

    private String parameters(ExecutableElement method, ExecutableType type) {
        List<? extends VariableElement> parameters = method.getParameters();
        int required = parameters.size();
        while (required > 0
                && !type.getParameterTypes().get(required - 1).getKind().isPrimitive()) {
            required--;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            texts.add(safe(parameters.get(i).getSimpleName().toString())
                    + (i < required ? ": " : "?: ")
                    + types.argument(type.getParameterTypes().get(i)));
        }
        return String.join(", ", texts);
    }

    /** The first sentence of the method's own comment. */
    private String comment(Element method) {
        return Optional.ofNullable(environment.getElementUtils().getDocComment(method))
                .map(comment -> comment.strip()
                        .split("(?<=\\.)\\s|\\n\\s*\\n|\\n\\s*@")[0]
                        .replaceAll("\\s+", " "))
                .filter(sentence -> !sentence.isEmpty() && !sentence.contains("*/"))
                .map(sentence -> "/** " + sentence + " */\n  ")
                .orElse("");
    }

    private static String safe(String name) {
        return WORDS.contains(name) ? name + "_" : name;
    }
}
