// SPDX-License-Identifier: Apache-2.0
package org.scriptingsession;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The test kit is compiled together with the tests of the product, and packed without them. */
@AnalyzeClasses(packages = "org.scriptingsession")
class TestKitArchitectureTest {
    private static final String KIT = "org.scriptingsession.testkit";

    @ArchTest
    static final ArchRule theKitUsesNoTest = noClasses()
            .that()
            .resideInAPackage(KIT)
            .and()
            .haveSimpleNameNotEndingWith("LibrariesTest")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are tests",
                    used -> used.getPackageName().startsWith("org.scriptingsession")
                            && !used.getPackageName().equals(KIT)
                            && isCompiledWithTests(used)));

    @ArchTest
    static final ArchRule theKitLeavesTheEngineToItsRoom = noClasses()
            .that()
            .resideInAPackage(KIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.graalvm..", "com.oracle.truffle..", "com.oracle.js..");

    @ArchTest
    static final ArchRule theProductKnowsNothingOfTheKit = noClasses()
            .that()
            // the documentation's scripts are tested as its readers test theirs
            .resideOutsideOfPackages(KIT + "..", "org.scriptingsession.docs")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KIT, "org.springframework..", "org.jboss.weld..");

    private static boolean isCompiledWithTests(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString().contains("/test-classes/"))
                .orElse(false);
    }
}
