// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.bean;

import jakarta.enterprise.inject.CreationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.error.LogText;
import org.scriptingsession.error.Mistake;
import org.scriptingsession.value.JavaTypes;

/** One method of a bean that scripts may call. */
public final class BeanMethod {
    private static final Set<String> EJB_EXCEPTION = Set.of("jakarta.ejb.EJBException");
    private static final Set<String> REFUSALS_OF_ENTERPRISE_BEANS =
            Set.of("jakarta.ejb.EJBAccessException", "jakarta.ejb.AccessLocalException");

    private static final System.Logger LOGGER = System.getLogger(BeanMethod.class.getName());

    private final BeanModule module;
    private final Method method;
    private final List<BeanParameter> parameters;
    private final String place;
    private final boolean isVoid;
    private final boolean isLater;

    /**
     * A method of one module.
     *
     * @param method of the type by which the bean is had
     * @param result what it returns in the bean's class
     */
    BeanMethod(BeanModule module, Method method, List<BeanParameter> parameters, Type result) {
        this.module = module;
        this.method = method;
        this.parameters = List.copyOf(parameters);
        this.place = module.name() + "." + method.getName() + "()";
        this.isVoid = JavaTypes.isNothing(result);
        this.isLater = CompletionStage.class.isAssignableFrom(method.getReturnType());
    }

    /** The name of the module, such as {@code shop/cart}. */
    public String module() {
        return module.name();
    }

    /** What it is exported as. */
    public String name() {
        return method.getName();
    }

    /** What its result is called in an error, such as {@code shop/cart.total()}. */
    public String place() {
        return place;
    }

    /** How many parameters it has. */
    public int parameterCount() {
        return parameters.size();
    }

    /** What a parameter is called in an error. */
    public String parameter(int index) {
        return parameters.get(index).name();
    }

    /** A parameter's type, generics included. */
    public Type type(int index) {
        return parameters.get(index).type();
    }

    /** Whether there is no result. */
    public boolean isVoid() {
        return isVoid;
    }

    /** Whether it returns a CompletionStage. */
    public boolean isLater() {
        return isLater;
    }

    /**
     * Calls it, through CDI.
     *
     * @param instances those of the run
     * @return what the method returned
     * @throws ScriptingException for whatever the method threw
     */
    public Object call(BeanInstances instances, Object... arguments) {
        try {
            return method.invoke(instance(instances), arguments);
        } catch (InvocationTargetException e) {
            throw failure(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("deployed though it cannot be called: " + method, e);
        }
    }

    private Object instance(BeanInstances instances) {
        try {
            return instances.of(module);
        } catch (RuntimeException notMade) {
            throw failure(notMade);
        }
    }

    /** What a script is told of an exception of the bean. */
    private ScriptingException failure(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof ScriptingException own) {
            return own;
        }
        if (cause instanceof VirtualMachineError error) {
            if (error instanceof OutOfMemoryError) {
                // what is told of the run that this ends names the script, and not whose memory it was
                LOGGER.log(Level.WARNING, place + " failed", LogText.harmless(error));
            }
            // not the bean's alone: the stack or the heap is at its end
            throw error;
        }
        return ordinaryFailure(cause);
    }

    /** What a script is told of the exception that a stage has completed with. */
    public ScriptingException failureOfStage(Throwable thrown) {
        // the stack that was at its end is not this one, or is there again
        Throwable cause = unwrapped(thrown);
        return cause instanceof StackOverflowError ? ordinaryFailure(cause) : failure(cause);
    }

    private ScriptingException ordinaryFailure(Throwable cause) {
        if (cause instanceof ConstraintViolationException invalid) {
            return Mistake.BEAN_CONSTRAINT.because(invalid, place, violations(invalid));
        }
        if (isRefusal(cause)) {
            return Mistake.BEAN_FORBIDDEN.because(cause, place);
        }
        boolean declared = cause instanceof Exception && !(cause instanceof RuntimeException);
        LOGGER.log(declared ? Level.DEBUG : Level.WARNING, place + " failed", LogText.harmless(cause));
        return Mistake.BEAN_FAILED.because(
                cause, Optional.ofNullable(cause.getMessage()).orElse(""));
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof SecurityException
                || cause instanceof ForbiddenException
                || cause instanceof NotAuthorizedException
                || isOne(cause.getClass(), REFUSALS_OF_ENTERPRISE_BEANS);
    }

    /** By name: a server without enterprise beans, such as WildFly's standalone-microprofile.xml, has not the classes. */
    private static boolean isOne(Class<?> type, Set<String> names) {
        return type != null && (names.contains(type.getName()) || isOne(type.getSuperclass(), names));
    }

    /** Containers and stages wrap what was thrown. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && isWrapper(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof CompletionException
                || thrown instanceof UndeclaredThrowableException
                || thrown instanceof InvocationTargetException
                || thrown instanceof CreationException
                // a constructor or @PostConstruct has thrown
                || thrown.getClass().getName().startsWith("org.jboss.weld.exceptions.")
                || isOne(thrown.getClass(), EJB_EXCEPTION) && !isRefusal(thrown);
    }

    /** Such as {@code amount must be positive; name must not be null}. */
    private static String violations(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations() == null
                        || invalid.getConstraintViolations().isEmpty()
                ? String.valueOf(invalid.getMessage())
                : invalid.getConstraintViolations().stream()
                        .map(violation -> path(violation) + " " + violation.getMessage())
                        .sorted()
                        .collect(Collectors.joining("; "));
    }

    /** Without the method's name, which is the first. */
    private static String path(ConstraintViolation<?> violation) {
        String path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(1)
                .map(Object::toString)
                .collect(Collectors.joining("."));
        return path.isEmpty() ? violation.getPropertyPath().toString() : path;
    }
}
