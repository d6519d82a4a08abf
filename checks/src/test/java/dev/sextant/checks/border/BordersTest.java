package dev.sextant.checks.border;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class BordersTest {
    private static final int FEWEST_CLASSES = 200;

    private static final JavaClasses SHIPPED = Rooms.shipped();

    private static final JavaClasses BROKEN = Rooms.broken();

    private static final List<ArchRule> BORDERS = Borders.all();

    private static final List<JavaClass> BREACHES =
            BROKEN.stream().filter(type -> type.isAnnotatedWith(Breaks.class)).toList();

    @Test
    void theRulesSeeTheHouse() {
        assertThat(SHIPPED).as("shipped classes under the rules").hasSizeGreaterThan(FEWEST_CLASSES);
        assertThat(SHIPPED.stream().map(Rooms::roomOf).distinct())
                .contains("model", "strategy", "engine", "wire", "run", "app")
                .doesNotContain("checks", "testkit", "bench");
    }

    @ParameterizedTest
    @FieldSource("BORDERS")
    void isKeptByEveryRoom(ArchRule border) {
        border.check(SHIPPED);
    }

    @ParameterizedTest
    @FieldSource("BREACHES")
    void isNoticedWhenBroken(JavaClass breach) {
        String broken = breach.getAnnotationOfType(Breaks.class).value();
        var border = BORDERS.stream().filter(rule -> rule.getDescription().startsWith(broken)).toList();
        assertThat(border).as("rules called '%s'", broken).hasSize(1);

        var report = border.getFirst().evaluate(withWhatItTouches(breach)).getFailureReport();

        assertThat(report.getDetails()).as("what the rule says").anyMatch(detail -> detail.contains(breach.getName()));
    }

    /// The breach and the classes it knows: other breaches would only add to the report.
    private static JavaClasses withWhatItTouches(JavaClass breach) {
        return BROKEN.that(new DescribedPredicate<>("breach or known to it") {
            @Override
            public boolean test(JavaClass type) {
                return type.equals(breach) || breach.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().equals(type));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("BORDERS")
    void hasBeenBrokenOnce(ArchRule border) {
        Stream<String> broken = BREACHES.stream().map(breach -> breach.getAnnotationOfType(Breaks.class).value());
        assertThat(broken).as("rules with a class that breaks them").anyMatch(border.getDescription()::startsWith);
    }
}
