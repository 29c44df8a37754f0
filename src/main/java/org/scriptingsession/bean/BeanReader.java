// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bean;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scriptingsession.api.Export;
import org.scriptingsession.api.ScriptModule;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.JavaTypes;

/** Reads what beans export, and gathers what is wrong with them. */
public final class BeanReader {
    private static final Pattern NAME = Pattern.compile("[\\w-]+(/[\\w-]+)*");

    private final BeanManager manager;
    private final Map<String, Class<?>> names = new HashMap<>();
    private final Map<String, Set<String>> exported = new HashMap<>();
    private final List<BeanMethod> methods = new ArrayList<>();
    private final List<ScriptingException> problems = new ArrayList<>();

    /** A reader of one application's beans. */
    public BeanReader(BeanManager manager) {
        this.manager = manager;
    }

    /** All that was read. */
    public BeanModules modules() {
        return new BeanModules(methods, exported, problems);
    }

    /** Reads a bean whose class has the annotation {@link ScriptModule}. */
    public void read(Bean<?> bean, AnnotatedType<?> type) {
        Class<?> beanClass = type.getJavaClass();
        String name = type.getAnnotation(ScriptModule.class).value();
        boolean isPath = NAME.matcher(name).matches();
        if (!isPath) {
            refuse(
                    beanClass.getName(),
                    "@ScriptModule(\"%s\") is no path. Give names of letters, digits, _ and - with a slash between them."
                            .formatted(name));
        }
        Class<?> first = names.putIfAbsent(name, beanClass);
        if (first != null) {
            refuse(
                    beanClass.getName(),
                    "@ScriptModule(\"%s\") is the name of %s, too. Rename one of them."
                            .formatted(name, first.getName()));
        }
        TypeVariables variables = new TypeVariables(beanClass);
        Map<String, List<Exported>> exports = type.getMethods().stream()
                .filter(method -> method.isAnnotationPresent(Export.class)
                        && !method.getJavaMember().isBridge())
                .map(method -> Exported.of(method, variables))
                .collect(Collectors.groupingBy(export -> export.method.getName()));
        if (exports.isEmpty()) {
            refuse(beanClass.getName(), "no method has @Export. Annotate those that scripts may call.");
        }
        if (isPath) {
            exported.computeIfAbsent(name, key -> new TreeSet<>()).addAll(exports.keySet());
        }
        Map<Class<?>, BeanModule> modules = new HashMap<>();
        exports.values()
                .forEach(overloads -> read(
                        bean,
                        beanClass,
                        overloads,
                        had -> modules.computeIfAbsent(had, key -> new BeanModule(name, bean, key, manager))));
    }

    /** @param modules the bean's module as had by one of its types */
    private void read(
            Bean<?> bean, Class<?> beanClass, List<Exported> overloads, Function<Class<?>, BeanModule> modules) {
        Exported export = overloads.stream()
                .max(Comparator.comparing(
                        other -> other.method.getDeclaringClass(),
                        (one, other) -> one == other ? 0 : one.isAssignableFrom(other) ? -1 : 1))
                .orElseThrow();
        Method method = export.method;
        String place = place(beanClass, method);
        int before = problems.size();
        if (overloads.stream().anyMatch(other -> !export.erased().equals(other.erased()))) {
            refuse(
                    place,
                    "is exported more than once, with other parameters. Scripts have one function of a name: "
                            + "leave @Export at one method.");
        }
        if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
            refuse(place, "is exported, and not a public method of the object. Make it one, or take @Export away.");
        }
        checkTypes(place, export);
        Optional<Class<?>> had = typeOf(bean, beanClass, method);
        if (had.isEmpty()) {
            refuse(place, "belongs to no type of the bean. Declare it in the bean's local interface.");
        }
        if (problems.size() == before) {
            add(place, modules.apply(had.get()), methodOf(had.get(), method).orElseThrow(), export);
        }
    }

    private void add(String place, BeanModule module, Method method, Exported export) {
        try {
            if (module.isNormal()) {
                module.proxy();
            }
            // the class itself need not be public
            method.setAccessible(true);
            methods.add(new BeanMethod(module, method, export.parameters, export.result));
        } catch (RuntimeException unproxyable) {
            problems.add(
                    Mistake.BEAN_UNFIT.because(
                            unproxyable,
                            place,
                            "CDI makes no proxy of the class: " + unproxyable.getMessage()
                                    + " Give it a constructor without parameters, and let neither class nor methods be final."));
        }
    }

    /** The type by which the bean is had and called: an enterprise bean with interfaces is not had by its class. */
    private static Optional<Class<?>> typeOf(Bean<?> bean, Class<?> beanClass, Method method) {
        Collection<Class<?>> types =
                bean.getTypes().stream().<Class<?>>map(JavaTypes::raw).toList();
        return Stream.concat(
                        Stream.of(beanClass).filter(types::contains),
                        types.stream().filter(Class::isInterface))
                .filter(type -> methodOf(type, method).isPresent())
                .findFirst();
    }

    private static Optional<Method> methodOf(Class<?> type, Method method) {
        try {
            return Optional.of(type.getMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }

    private void checkTypes(String place, Exported export) {
        for (BeanParameter parameter : export.parameters) {
            JavaTypes.unfitForArgument(parameter.type())
                    .ifPresent(type -> refuse(
                            place,
                            ("%s is of a type that no value of a script can become, %s. Take a public record or bean, an "
                                            + "interface such as List, or a type of values.")
                                    .formatted(parameter.name(), type.getTypeName())));
        }
        JavaTypes.unfitForResult(export.result)
                .ifPresent(type -> refuse(
                        place,
                        ("the result is of a type that scripts have no like of, %s. Return a public record or bean, a List or "
                                        + "Map, or a type of values.")
                                .formatted(type.getTypeName())));
    }

    /** Such as {@code com.example.Cart.total(List)}. */
    private static String place(Class<?> beanClass, Method method) {
        return Stream.of(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", beanClass.getName() + "." + method.getName() + "(", ")"));
    }

    private void refuse(String place, String problem) {
        problems.add(Mistake.BEAN_UNFIT.with(place, problem));
    }

    /** An exported method with the types that it has in the bean's class. */
    private record Exported(Method method, List<BeanParameter> parameters, Type result) {
        static Exported of(AnnotatedMethod<?> annotated, TypeVariables variables) {
            List<BeanParameter> parameters = annotated.getParameters().stream()
                    .map(parameter -> new BeanParameter(
                            name(parameter.getJavaParameter(), parameter.getPosition()),
                            variables.resolve(parameter.getBaseType())))
                    .toList();
            return new Exported(annotated.getJavaMember(), parameters, variables.resolve(annotated.getBaseType()));
        }

        List<Class<?>> erased() {
            return parameters.stream()
                    .<Class<?>>map(parameter -> JavaTypes.raw(parameter.type()))
                    .toList();
        }

        private static String name(Parameter parameter, int position) {
            return parameter.isNamePresent() ? parameter.getName() : "argument " + (position + 1);
        }
    }
}
