package dev.sextant.checks.border;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.security.SecureRandom;
import java.util.List;

/// How a package and a type look.
final class Shape {
    private Shape() {}

    static List<ArchRule> rules() {
        return List.of(
                slices().matching("dev.sextant.(**)").should().beFreeOfCycles().as("packages are free of cycles"),
                classes().that().arePublic().should(new BeClosedOrAnInterface())
                        .as("public types are interfaces, records, enums, sealed or final"),
                noClasses().should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS)
                        .as("no exception without a kind of its own"),
                noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Manager|Helper|Base|Data)")
                        .as("names say what a thing is"),
                noClasses().should().callMethod(java.util.Map.class, "copyOf", java.util.Map.class)
                        .orShould().callMethod(java.util.Set.class, "copyOf", java.util.Collection.class)
                        .as("collections keep their order")
                        .because("their order changes from one start of the JVM to the next"),
                noClasses().should().dependOnClassesThat(assignableTo(java.util.Random.class).and(not(equivalentTo(SecureRandom.class))))
                        .as("nobody uses java.util.Random"));     // secrets are what SecureRandom is for
    }

    private static final class BeClosedOrAnInterface extends ArchCondition<JavaClass> {
        BeClosedOrAnInterface() {
            super("be final, sealed or an interface");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean closed = type.isInterface() || type.isEnum() || type.isRecord()
                    || type.getModifiers().contains(JavaModifier.FINAL) || type.reflect().isSealed();
            events.add(new SimpleConditionEvent(type, closed, type.getName() + " is open for extension"));
        }
    }
}
