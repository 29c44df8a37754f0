// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bean;

import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
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
        if (!NAME.matcher(name).matches()) {
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
        Map<String, List<AnnotatedMethod<?>>> exports = type.getMethods().stream()
                .filter(method -> method.isAnnotationPresent(Export.class)
                        && !method.getJavaMember().isBridge())
                .collect(Collectors.groupingBy(method -> method.getJavaMember().getName()));
        if (exports.isEmpty()) {
            refuse(beanClass.getName(), "no method has @Export. Annotate those that scripts may call.");
        }
        if (NAME.matcher(name).matches()) {
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
            Bean<?> bean,
            Class<?> beanClass,
            List<AnnotatedMethod<?>> overloads,
            Function<Class<?>, BeanModule> modules) {
        AnnotatedMethod<?> export = overloads.stream()
                .max(Comparator.comparing(
                        method -> method.getJavaMember().getDeclaringClass(),
                        (one, other) -> one == other ? 0 : one.isAssignableFrom(other) ? -1 : 1))
                .orElseThrow();
        Method method = export.getJavaMember();
        String place = place(beanClass, method);
        int before = problems.size();
        if (overloads.stream().anyMatch(other -> !isSame(method, other.getJavaMember()))) {
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

    private void add(String place, BeanModule module, Method method, AnnotatedMethod<?> export) {
        try {
            if (module.isNormal()) {
                module.proxy();
            }
            // the class itself need not be public
            method.setAccessible(true);
            methods.add(new BeanMethod(module, method, parameters(export)));
        } catch (RuntimeException unproxyable) {
            problems.add(
                    Mistake.BEAN_UNFIT.because(
                            unproxyable,
                            place,
                            "CDI makes no proxy of the class: " + unproxyable.getMessage()
                                    + " Give it a constructor without parameters, and let neither class nor methods be final."));
        }
    }

    private static boolean isSame(Method one, Method other) {
        return one.equals(other) || List.of(one.getParameterTypes()).equals(List.of(other.getParameterTypes()));
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

    private void checkTypes(String place, AnnotatedMethod<?> export) {
        for (AnnotatedParameter<?> parameter : export.getParameters()) {
            JavaTypes.unfitForArgument(parameter.getBaseType())
                    .ifPresent(type -> refuse(
                            place,
                            ("%s is of a type that no value of a script can become, %s. Take a public record or bean, an "
                                            + "interface such as List, or a type of values.")
                                    .formatted(
                                            name(parameter.getJavaParameter(), parameter.getPosition()),
                                            type.getTypeName())));
        }
        JavaTypes.unfitForResult(export.getBaseType())
                .ifPresent(type -> refuse(
                        place,
                        ("the result is of a type that scripts have no like of, %s. Return a public record or bean, a List or "
                                        + "Map, or a type of values.")
                                .formatted(type.getTypeName())));
    }

    private static List<BeanParameter> parameters(AnnotatedMethod<?> export) {
        List<BeanParameter> parameters = new ArrayList<>();
        for (AnnotatedParameter<?> parameter : export.getParameters()) {
            parameters.add(new BeanParameter(
                    name(parameter.getJavaParameter(), parameter.getPosition()), parameter.getBaseType()));
        }
        return parameters;
    }

    private static String name(Parameter parameter, int position) {
        return parameter.isNamePresent() ? parameter.getName() : "argument " + (position + 1);
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
}
