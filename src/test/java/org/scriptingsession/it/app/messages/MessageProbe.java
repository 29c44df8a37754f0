// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.it.app.messages;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.scriptingsession.api.ScriptRunner;
import org.scriptingsession.api.ScriptingException;
import org.scriptingsession.api.ScriptingSession;
import org.scriptingsession.api.SessionRegistry;

/** A message-driven bean: asks what the message names. */
@JMSDestinationDefinition(name = MessageProbe.QUEUE, interfaceName = "jakarta.jms.Queue", destinationName = "probe")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = MessageProbe.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue")
        })
public class MessageProbe implements MessageListener {
    static final String QUEUE = "java:app/jms/probe";

    private static final BlockingQueue<String> ANSWERS = new LinkedBlockingQueue<>();
    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            String.class,
            "name",
            Object.class,
            "value",
            Class.class,
            String.class,
            Duration.class,
            Duration.ofSeconds(1),
            UnaryOperator.class,
            UnaryOperator.identity());

    @Inject
    private ScriptingSession session;

    @Inject
    private ScriptRunner runner;

    @Inject
    private SessionRegistry registry;

    @Override
    public void onMessage(Message message) {
        try {
            ANSWERS.add(answer(message.getBody(String.class)));
        } catch (JMSException | RuntimeException e) {
            ANSWERS.add(e.toString());
        }
    }

    private String answer(String question) {
        switch (question) {
            case "session":
                return Arrays.stream(ScriptingSession.class.getMethods())
                        .map(method -> method.getName() + " " + outcome(method))
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining("\n"));
            case "script":
                runner.run("it/_job.mjs");
                return "ran";
            case "failing":
                runner.run("it/outside.mjs");
                return "ran";
            case "count":
                return "alice " + registry.count("alice");
            case "end":
                return "ended " + registry.endAll("alice");
            default:
                return "no " + question;
        }
    }

    private String outcome(Method method) {
        try {
            Object[] arguments = Arrays.stream(method.getParameterTypes())
                    .map(ARGUMENTS::get)
                    .toArray();
            return String.valueOf(method.invoke(session, arguments));
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof ScriptingException ours
                    ? ours.code().toString()
                    : e.getCause().toString();
        } catch (IllegalAccessException e) {
            return e.toString();
        }
    }

    /** What the bean answers, message by message. */
    static BlockingQueue<String> answers() {
        return ANSWERS;
    }
}
