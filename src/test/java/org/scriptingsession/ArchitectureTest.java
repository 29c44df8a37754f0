// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/** The package map: imports point only downward, and {@code cdi} stands aside. */
@AnalyzeClasses(packages = "org.scriptingsession", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] DOWNWARD = {
        "explorer",
        "rest",
        "script",
        "sdk",
        "module",
        "engine",
        "bean",
        "guard",
        "session",
        "exchange",
        "seal",
        "value",
        "server",
        "audit",
        "watch",
        "config",
        "error",
        "api"
    };

    @ArchTest
    static final ArchRule importsPointOnlyDownward = downward();

    @ArchTest
    static final ArchRule noPackagesDependOnEachOther =
            slices().matching("org.scriptingsession.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheEngineDoNotDependOnEachOther =
            slices().matching("org.scriptingsession.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule oneRoomUsesTheEnginesClasses = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage(name("engine") + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.graalvm..", "com.oracle.truffle..", "com.oracle.js..");

    @ArchTest
    static final ArchRule reflectionIsForServersBeansAndTheEngine = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackages(name("engine") + "..", name("server") + "..", name("bean"), name("value"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.lang.reflect");

    @ArchTest
    static final ArchRule onlyThreeRoomsUseTheContainersSession = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackages(name("session"), name("guard"), name("server") + "..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.servlet.http.HttpSession");

    @ArchTest
    static final ArchRule theRoomOfServersKnowsNoneOfThem = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage(name("server"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(name("server") + ".*..", "com.hazelcast..", "io.undertow..");

    @ArchTest
    static final ArchRule payarasClassesAreUsedInOnePlace = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage(name("server.payara"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.hazelcast..", name("server.payara"));

    @ArchTest
    static final ArchRule wildFlysClassesAreUsedInOnePlace = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage(name("server.wildfly"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.undertow..", name("server.wildfly"));

    @ArchTest
    static final ArchRule whatServersOfferToWatchIsUsedInOnePlace = ArchRuleDefinition.noClasses()
            .that()
            .resideOutsideOfPackage(name("watch"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.eclipse.microprofile.metrics..",
                    "org.eclipse.microprofile.health..",
                    "io.opentelemetry..",
                    "io.micrometer..");

    private static ArchRule downward() {
        var layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cdi")
                .definedBy(name("cdi"))
                .whereLayer("cdi")
                .mayNotBeAccessedByAnyLayer();
        for (String layer : DOWNWARD) {
            layers = layers.layer(layer).definedBy(name(layer) + "..");
        }
        for (int i = 0; i < DOWNWARD.length; i++) {
            String[] above = new String[i + 1];
            above[0] = "cdi";
            System.arraycopy(DOWNWARD, 0, above, 1, i);
            layers = layers.whereLayer(DOWNWARD[i]).mayOnlyBeAccessedByLayers(above);
        }
        return layers;
    }

    private static String name(String layer) {
        return "org.scriptingsession." + layer;
    }
}
