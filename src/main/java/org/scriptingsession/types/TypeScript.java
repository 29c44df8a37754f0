// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.types;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** Types of Java as those that scripts see in their place, in one TypeScript module. */
final class TypeScript {
    private static final Set<String> TEXTS = Set.of(
            "java.lang.String",
            "java.lang.CharSequence",
            "java.lang.Character",
            "java.util.UUID",
            "java.util.Locale",
            "java.net.URI",
            "java.net.URL");
    private static final Set<String> DATES = Set.of("java.util.Date", "java.time.Instant");
    private static final Set<String> STAGES =
            Set.of("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");
    private static final Set<String> OPTIONAL_NUMBERS =
            Set.of("java.util.OptionalInt", "java.util.OptionalLong", "java.util.OptionalDouble");
    private static final String OPTIONAL = "java.util.Optional";

    /** What declarations here are made of. */
    private static final Set<String> GLOBALS = Set.of("Date", "Promise", "Readonly", "Record", "Uint8Array");

    private final ProcessingEnvironment environment;

    /** By the Java type's text. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Map<String, String> interfaces = new LinkedHashMap<>();

    /** Whether what is described is within a record or bean, which JSON Binding writes: dates as text, bytes as numbers. */
    private boolean bound;

    TypeScript(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Declarations of all records and beans so far. */
    Collection<String> interfaces() {
        return interfaces.values();
    }

    /** What a function returns: of a stage a promise, of nothing or an empty Optional undefined. */
    String result(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID || isOf(type, "java.lang.Void")) {
            return "void";
        }
        if (STAGES.contains(name(type))) {
            return "Promise<" + result(argument(type, 0)) + ">";
        }
        if (isOf(type, OPTIONAL)) {
            return of(argument(type, 0)) + " | undefined";
        }
        return OPTIONAL_NUMBERS.contains(name(type)) ? "number | undefined" : of(type);
    }

    /** What a parameter takes: null for anything but a primitive. */
    String argument(TypeMirror type) {
        String taken = isOf(type, OPTIONAL)
                ? of(argument(type, 0))
                : OPTIONAL_NUMBERS.contains(name(type)) ? "number" : of(type);
        return type.getKind().isPrimitive() || taken.equals("unknown") ? taken : taken + " | null";
    }

    private String of(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> "boolean";
            case CHAR -> "string";
            case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> "number";
            case ARRAY -> array(((ArrayType) type).getComponentType());
            case TYPEVAR -> of(((TypeVariable) type).getUpperBound());
            case WILDCARD -> {
                TypeMirror bound = ((WildcardType) type).getExtendsBound();
                yield bound == null ? "unknown" : of(bound);
            }
            case DECLARED -> declared((DeclaredType) type);
            default -> "unknown";
        };
    }

    private String array(TypeMirror component) {
        return component.getKind() == TypeKind.BYTE && !bound
                ? "Uint8Array"
                : "readonly " + element(of(component)) + "[]";
    }

    private static String element(String type) {
        return type.contains(" ") ? "(" + type + ")" : type;
    }

    private String declared(DeclaredType type) {
        String name = name(type);
        if (TEXTS.contains(name)) {
            return "string";
        }
        if (DATES.contains(name)) {
            return bound ? "string" : "Date";
        }
        if (name.equals("java.lang.Boolean")) {
            return "boolean";
        }
        if (isA(type, "java.lang.Number")) {
            return "number";
        }
        if (isOf(type, OPTIONAL)) {
            return of(argument(type, 0)) + " | null";
        }
        if (isA(type, "java.util.Map")) {
            return "Readonly<Record<string, " + of(argument(type, 1)) + ">>";
        }
        if (isA(type, "java.lang.Iterable")) {
            return "readonly " + element(of(argument(type, 0))) + "[]";
        }
        Element element = type.asElement();
        if (element.getKind() == ElementKind.ENUM) {
            return constants(element);
        }
        if (name.startsWith("java.time.")) {
            return "string";
        }
        return name.matches("(java|javax|jakarta)\\..*") ? "unknown" : reference(type, (TypeElement) element);
    }

    private static String constants(Element type) {
        return type.getEnclosedElements().stream()
                .filter(constant -> constant.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> '"' + constant.getSimpleName().toString() + '"')
                .collect(Collectors.joining(" | "));
    }

    /** An interface with the properties that JSON Binding reads and writes. */
    private String reference(DeclaredType type, TypeElement element) {
        String known = names.get(type.toString());
        if (known != null) {
            return known;
        }
        String simple = element.getSimpleName().toString();
        boolean taken = names.containsValue(simple) || GLOBALS.contains(simple);
        String name = taken ? simple + (names.size() + 1) : simple;
        // first: it may hold itself
        names.put(type.toString(), name);
        boolean within = bound;
        bound = true;
        StringBuilder members = new StringBuilder();
        properties(element).forEach((property, getter) -> {
            ExecutableType method = (ExecutableType) environment.getTypeUtils().asMemberOf(type, getter);
            members.append("    readonly %s: %s;%n".formatted(property, of(method.getReturnType())));
        });
        bound = within;
        interfaces.put(name, "  export interface %s {%n%s  }%n".formatted(name, members));
        return name;
    }

    private Map<String, ExecutableElement> properties(TypeElement type) {
        Map<String, ExecutableElement> properties = new LinkedHashMap<>();
        type.getRecordComponents()
                .forEach(component -> properties.put(component.getSimpleName().toString(), component.getAccessor()));
        if (properties.isEmpty()) {
            for (ExecutableElement method :
                    ElementFilter.methodsIn(environment.getElementUtils().getAllMembers(type))) {
                String property = property(method);
                if (property != null) {
                    properties.put(property, method);
                }
            }
        }
        return properties;
    }

    /** Of {@code getName()} or {@code isName()}; null for any other method. */
    private static String property(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
        boolean getter = prefix > 0
                && name.length() > prefix
                && !name.equals("getClass")
                && method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && method.getModifiers().contains(Modifier.PUBLIC)
                && !method.getModifiers().contains(Modifier.STATIC);
        return getter ? name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1) : null;
    }

    private boolean isA(TypeMirror type, String name) {
        TypeElement other = environment.getElementUtils().getTypeElement(name);
        var types = environment.getTypeUtils();
        return types.isAssignable(types.erasure(type), types.erasure(other.asType()));
    }

    private static boolean isOf(TypeMirror type, String name) {
        return name(type).equals(name);
    }

    private static String name(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : "";
    }

    private TypeMirror argument(TypeMirror type, int index) {
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        return arguments.size() > index
                ? arguments.get(index)
                : environment
                        .getElementUtils()
                        .getTypeElement("java.lang.Object")
                        .asType();
    }
}
