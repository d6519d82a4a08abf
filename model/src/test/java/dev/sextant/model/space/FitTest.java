package dev.sextant.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Trials of one space as evidence in another.
final class FitTest {
    private static final Parameter X = Parameter.of("x", new RealRange(0, 1, Scale.LINEAR));
    private static final Parameter KERNEL = Parameter.of("kernel", new Choice(List.of(text("linear"), text("poly"))));
    private static final Parameter DEGREE = Parameter.of("degree", IntRange.of(2, 4)).onlyIf("kernel == poly");
    private static final SearchSpace OLD = SearchSpace.of(X, KERNEL, DEGREE);

    private static Value text(String word) {
        return new Value.Text(word);
    }

    private static Value real(double number) {
        return new Value.Real(number);
    }

    private static SearchSpace next(Parameter... parameters) {
        return SearchSpace.of(parameters).after(OLD);
    }

    private static Configuration linear(double x) {
        return OLD.accept(Map.of("x", real(x)));
    }

    private static Configuration poly(double x, long degree) {
        return OLD.accept(Map.of("x", real(x), "kernel", text("poly"), "degree", new Value.Int(degree)));
    }

    @Nested
    class ARange {
        @Test
        void thatIsWidened_keepsEveryTrial() {
            var wide = next(Parameter.of("x", new RealRange(-1, 2, Scale.LINEAR)), KERNEL, DEGREE);
            assertThat(wide.fit(linear(0.3))).contains(linear(0.3));
        }

        @Test
        void thatIsNarrowed_keepsWhatLiesInIt() {
            var narrow = next(Parameter.of("x", new RealRange(0.2, 0.4, Scale.LINEAR)), KERNEL, DEGREE);
            assertThat(narrow.fit(linear(0.3))).contains(linear(0.3));
            assertThat(narrow.fit(linear(0.5))).isEmpty();
        }

        @Test
        void thatBecomesReal_takesWholeNumbersAsReal() {
            var whole = SearchSpace.of(Parameter.of("n", IntRange.of(1, 9)));
            var real = SearchSpace.of(Parameter.of("n", new RealRange(0, 10, Scale.LINEAR))).after(whole);
            assertThat(real.fit(whole.accept(Map.of("n", new Value.Int(4))))).contains(real.accept(Map.of("n", real(4))));
        }
    }

    @Nested
    class ANewParameter {
        @Test
        void hasItsDefaultInOldTrials() {
            var more = next(X, KERNEL, DEGREE, Parameter.of("drop", new RealRange(0, 0.5, Scale.LINEAR)).withDefault(real(0.1)));
            assertThat(more.fit(linear(0.3)).flatMap(c -> c.value("drop"))).contains(real(0.1));
        }

        @Test
        void hasWhatIsSaid_ratherThanItsDefault() {
            var drop = Parameter.of("drop", new RealRange(0, 0.5, Scale.LINEAR)).withDefault(real(0.1)).formerly(real(0));
            assertThat(next(X, KERNEL, DEGREE, drop).fit(linear(0.3)).flatMap(c -> c.value("drop"))).contains(real(0));
        }

        @Test
        void ofWhichNothingIsKnown_fitsNothing() {
            assertThat(next(X, KERNEL, DEGREE, Parameter.of("drop", IntRange.of(0, 5))).fit(linear(0.3))).isEmpty();
        }

        @Test
        void keepsItsOldValueInLaterVersions() {
            var second = next(X, KERNEL, DEGREE, Parameter.of("drop", IntRange.of(0, 5)).withDefault(new Value.Int(1)));
            var third = SearchSpace.of(X, KERNEL, DEGREE, Parameter.of("drop", IntRange.of(0, 9)).withDefault(new Value.Int(7))).after(second);
            assertThat(third.version()).isEqualTo(3);
            assertThat(third.fit(linear(0.3)).flatMap(c -> c.value("drop"))).contains(new Value.Int(1));
        }

        @Test
        void thatWasNeverThatWay_isRefused() {
            assertThatThrownBy(() -> Parameter.of("drop", IntRange.of(0, 5)).formerly(new Value.Int(9)))
                    .hasMessage("Parameter 'drop': the old value 9 is not allowed; allowed: whole numbers 0..5.");
        }
    }

    @Test
    void aParameterThatIsGone_isForgotten() {
        assertThat(next(X).fit(poly(0.3, 4))).contains(SearchSpace.of(X).accept(Map.of("x", real(0.3))));
    }

    @Test
    void aParameterThatBecameConstant_keepsTheTrialsThatHadItsValue() {
        var fixed = next(X, Parameter.of("kernel", new Constant(text("poly"))), DEGREE);
        assertThat(fixed.fit(poly(0.3, 4))).contains(poly(0.3, 4));
        assertThat(fixed.fit(linear(0.3))).isEmpty();
    }

    @Test
    void aChoiceMore_keepsEveryTrial_andOneLess_thoseOfTheOthers() {
        var more = next(X, Parameter.of("kernel", new Choice(List.of(text("rbf"), text("poly"), text("linear")))), DEGREE);
        assertThat(more.fit(poly(0.3, 2))).contains(poly(0.3, 2));
        var less = next(X, Parameter.of("kernel", new Choice(List.of(text("rbf"), text("linear")))));
        assertThat(less.fit(poly(0.3, 2))).isEmpty();
        assertThat(less.fit(linear(0.3))).contains(linear(0.3));
    }

    @Test
    void aConditionThatHoldsMoreOften_asksForWhatTheProgramDidThere() {
        var always = Parameter.of("degree", IntRange.of(2, 4));
        assertThat(next(X, KERNEL, always).fit(linear(0.3))).isEmpty();
        assertThat(next(X, KERNEL, always).fit(poly(0.3, 4))).contains(poly(0.3, 4));
        assertThat(next(X, KERNEL, always.formerly(new Value.Int(3))).fit(linear(0.3)).flatMap(c -> c.value("degree"))).contains(new Value.Int(3));
    }

    @Test
    void aConditionThatHoldsLessOften_forgetsTheValue() {
        var rare = next(X, KERNEL, DEGREE.onlyIf("kernel == poly and x > 0.5"));
        assertThat(rare.fit(poly(0.3, 4)).map(Configuration::values).orElseThrow()).containsOnlyKeys("x", "kernel");
    }

    @Test
    void aNewConstraint_leavesOutWhatBreaksIt() {
        var tight = OLD.require("x < 0.5").after(OLD);
        assertThat(tight.fit(linear(0.3))).isPresent();
        assertThat(tight.fit(linear(0.7))).isEqualTo(Optional.empty());
    }

    @Test
    void theSameSpace_keepsConfigurationsAsTheyAre() {
        assertThat(OLD.fit(poly(0.25, 3))).contains(poly(0.25, 3));
        assertThat(OLD.after(OLD).fit(poly(0.25, 3))).contains(poly(0.25, 3));
    }
}
