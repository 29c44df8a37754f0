// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scriptingsession.server.ServerMembers.MissingMembersException;

/** Members of a server are found all together, or all that are missing are named. */
class ServerMembersTest {
    private static final String STUB = ServerMembersTest.class.getName() + "$Stub";
    private static final String DOOR = ServerMembersTest.class.getName() + "$Door";

    /** As a server's class is: neither public nor alone. */
    private static class Base {
        private int size = 3;

        String name() {
            return "base";
        }
    }

    private static final class Stub extends Base implements Door {
        List<String> list = List.of("a");

        @Override
        public Object open(String key, int times) throws IOException {
            if (times < 0) {
                throw new IOException("closed");
            }
            if (times == 0) {
                throw new IllegalStateException("over");
            }
            return key + times;
        }
    }

    private interface Door {
        Object open(String key, int times) throws IOException;

        default String color() {
            return "red";
        }
    }

    private static final class Complete extends ServerMembers {
        final Member<Integer> size = member(Integer.class, STUB + ".size");
        final Member<List<String>> list = member(List.class, STUB + ".list");
        final Member<String> name = member(String.class, STUB + ".name()");
        final Member<Object> open = any(STUB + ".open(java.lang.String,int)");
        final Member<String> color = member(String.class, STUB + ".color()");
        final Member<Object> maker = maker(STUB);
        final Class<?> door = implemented(DOOR, "open(java.lang.String,int)", "color()");

        Complete() {
            super(String.class, Stub.class);
            complete();
        }
    }

    private static final class Incomplete extends ServerMembers {
        Incomplete() {
            super(Stub.class);
            any(STUB + ".name()");
            any(STUB + ".renamed()");
            any(STUB + ".open(java.lang.String)");
            member(Integer.class, STUB + ".name()");
            member(String.class, STUB + ".size");
            any("org.gone.Type.method()");
            maker(Complete.class.getName().replace("Complete", "Module"));
            member(Object.class, "org.gone.Type.field");
            implemented(DOOR, "open(java.lang.String,int)", "close()");
            complete();
        }
    }

    private final Complete members = new Complete();
    private final Stub stub = new Stub();

    /** A module as Payara Server has them: it sees of others what it uses itself. */
    private static final class Module extends ClassLoader {
        private final ClassLoader other;

        Module(ClassLoader other) {
            super(null);
            this.other = other;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.equals(DOOR)) {
                return other.loadClass(name);
            }
            if (!name.equals(Base.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = ServerMembersTest.class.getResourceAsStream("ServerMembersTest$Base.class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void whatTheModuleOfAFoundClassSeesIsFound() throws ClassNotFoundException {
        Class<?> seeing = new Module(ServerMembersTest.class.getClassLoader()).findClass(Base.class.getName());
        var members = new ServerMembers(seeing);

        assertEquals(Door.class, members.type(DOOR));
        assertEquals("base", members.any(STUB + ".name()").on(new Stub()));
    }

    @Test
    void membersAreFoundWhereverTheyAreDeclared() {
        assertEquals(3, members.size.on(stub));
        assertEquals(List.of("a"), members.list.on(stub));
        assertEquals("base", members.name.on(stub));
        assertEquals("key2", members.open.on(stub, "key", 2));
        assertEquals("red", members.color.on(stub));
    }

    @Test
    void anObjectIsMade() {
        assertEquals(Stub.class, members.maker.on(null).getClass());
    }

    @Test
    void aFieldIsSetByAnArgument() {
        members.size.on(stub, 4);

        assertEquals(4, members.size.on(stub));
    }

    /** Catching IllegalStateException means that a session is over, and nothing else. */
    @Test
    void whatAMethodThrowsIsNotTurnedIntoSomethingElse() {
        assertThrows(IllegalStateException.class, () -> members.open.on(stub, "key", 0));
        var failed = assertThrows(GridException.class, () -> members.open.on(stub, "key", -1));
        assertEquals("closed", failed.getCause().getMessage());
    }

    @Test
    void allThatIsMissingIsNamed() {
        String said =
                assertThrows(MissingMembersException.class, Incomplete::new).getMessage();

        assertEquals(
                List.of(
                        STUB + ".renamed()",
                        STUB + ".open(java.lang.String)",
                        STUB + ".name()",
                        STUB + ".size",
                        "class org.gone.Type",
                        "new " + STUB.replace("Stub", "Module") + "()",
                        DOOR + ".close()",
                        "an answer to " + DOOR + ".color()"),
                List.of(said.split(", ")));
    }

    @Test
    void anImplementedInterfaceAnswersWhatItWasGiven() throws IOException {
        Door door = (Door) ServerMembers.proxy(
                members.door, Map.of("open", arguments -> arguments[0] + "!", "color", none -> "blue"));

        assertEquals("key!", door.open("key", 1));
        assertEquals("blue", door.color());
    }

    @Test
    void aMethodWithoutAnAnswerIsRefused() {
        Door door = (Door) ServerMembers.proxy(members.door, Map.of());

        assertThrows(UnsupportedOperationException.class, door::color);
        assertEquals(door, door);
        assertNotEquals(door, stub);
        assertFalse(door.toString().isEmpty());
        assertTrue(door.hashCode() == door.hashCode());
    }
}
