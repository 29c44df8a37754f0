// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession.testkit.cases;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scriptingsession.testkit.ScriptClient;
import org.scriptingsession.testkit.ScriptTest;

/** What is wrong with a test is told with what to do. */
class MisuseTest {
    private static final String KIT = "src/test/resources/kit";

    private static void assertTold(Class<?> test, String... texts) {
        String told = JUnitRun.failure(test);
        for (String text : texts) {
            assertTrue(told.contains(text), told);
        }
    }

    abstract static class Example {
        @Test
        void test(ScriptClient client) {
            client.get("echo.mjs").send();
        }
    }

    @ScriptTest(scripts = "src/test/resources/none")
    static class NoFolder extends Example {}

    @Test
    void aFolderThatIsNotThere() {
        assertTold(NoFolder.class, "@ScriptTest: scripts = \"src/test/resources/none\": there is no folder /");
    }

    @ScriptTest(scripts = KIT, given = String.class)
    static class FinalClass extends Example {}

    @Test
    void aFinalClassForWhichNoObjectCanStand() {
        assertTold(FinalClass.class, "java.lang.String: it is final");
    }

    @ScriptTest(scripts = KIT, settings = "scripting.timeout")
    static class NoValue extends Example {}

    @Test
    void aSettingWithoutValue() {
        assertTold(NoValue.class, "write name=value");
    }

    @ScriptTest(scripts = KIT, settings = "scripting.scripts.directory=here")
    static class FolderAsSetting extends Example {}

    @Test
    void aFolderAsSetting() {
        assertTold(FolderAsSetting.class, "name the folder by scripts = ");
    }

    @ScriptTest(scripts = KIT, settings = "scripting.timeout=soon")
    static class WrongSetting extends Example {}

    @Test
    void aWrongSetting() {
        assertTold(WrongSetting.class, "does not start", "scripting.timeout", "soon");
    }

    @ScriptTest(scripts = KIT, contextPath = "shop/")
    static class WrongPath extends Example {}

    @Test
    void aContextPathWithoutSlash() {
        assertTold(WrongPath.class, "contextPath = \"shop/\": begin with a slash");
    }

    @ScriptTest(scripts = KIT, beans = Tax.class, given = Tax.class)
    static class Twice extends Example {}

    @Test
    void aBeanThatIsGivenAndNot() {
        assertTold(Twice.class, "leave them in one of them");
    }

    @ScriptTest(scripts = KIT, beans = Warehouse.class)
    static class Unsatisfied extends Example {}

    @Test
    void aBeanWhoseInjectionPointsNobodyServes() {
        assertTold(Unsatisfied.class, "does not start", "Callable<String>", "@ScriptTest(given = ...)");
    }

    @ScriptTest(scripts = KIT, given = Runnable.class)
    static class NoClass extends Example {}

    @Test
    void anInterfaceIsNoBean() {
        assertTold(NoClass.class, "CDI makes no bean of java.lang.Runnable");
    }

    @ScriptTest(scripts = KIT)
    static class TooEarly extends Example {
        @BeforeAll
        static void before(ScriptClient client) {
            client.logOut();
        }
    }

    @Test
    void aClientOfTooEarly() {
        assertTold(TooEarly.class, "A ScriptClient is of one test");
    }
}
