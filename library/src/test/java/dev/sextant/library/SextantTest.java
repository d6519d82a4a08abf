package dev.sextant.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SextantTest {
    private static final SearchSpace PLANE = Space.of(Space.real("x", -5, 10), Space.real("y", 0, 15));

    private static double bowl(Point p) {
        return Math.pow(p.real("x") - 2, 2) + Math.pow(p.real("y") - 3, 2);
    }

    @Test
    void theMinimumOfABowl_isFound() {
        var best = Sextant.minimize(PLANE, SextantTest::bowl);
        assertThat(best.value()).isLessThan(1.0);
        assertThat(best.trials()).hasSize(100).allMatch(t -> t.state() == TrialState.COMPLETE);
    }

    @Test
    void theSameSeed_givesTheSameTrials() {
        var search = Search.of(PLANE).trials(30).seed(7);
        assertThat(search.minimize(SextantTest::bowl).trials()).extracting(TrialRecord::configuration)
                .isEqualTo(search.minimize(SextantTest::bowl).trials().stream().map(TrialRecord::configuration).toList());
    }

    @Test
    void aListIsReadElementByElement() {
        var space = Space.of(List.of(Space.real("x", 0, 1)), Space.list("layer", 1, 3, Space.integer("units", 1, 9), Space.choice("act", "relu", "tanh")));
        var best = Search.of(space).strategy("random").trials(20).minimize(p -> p.list("layer").stream().mapToInt(l -> l.integer("units")).sum());
        assertThat(best.trials()).allMatch(t -> t.state() == TrialState.COMPLETE);
        assertThat(best.trials().stream().map(t -> (int) t.metrics().value("value").orElseThrow())).anyMatch(sum -> sum > 9);
        assertThatThrownBy(() -> Search.of(space).trials(1).minimize(p -> p.list("layers").size())).isInstanceOf(NoResultException.class)
                .hasMessageContaining("There is no list 'layers' here");
    }

    @Test
    void theBestPointKeepsTheLimits() {
        var search = Search.of(PLANE).trials(40).atMost("x", 1).atLeast("sum", 3.5);
        var best = search.minimize(p -> {
            p.record("x", p.real("x"));
            p.record("sum", p.real("x") + p.real("y"));
            return bowl(p);
        });
        assertThat(best.configuration().value("x").map(v -> Double.parseDouble(v.text())).orElseThrow()).isBetween(0.9, 1.0);
        assertThat(best.value()).isBetween(1.0, 1.1);
        assertThatThrownBy(() -> search.trials(3).minimize(SextantTest::bowl)).isInstanceOf(NoResultException.class).hasMessageContaining("no value for x");
        assertThatThrownBy(() -> search.trials(3).atMost("x", -9).minimize(p -> {
            p.record("x", p.real("x"));
            p.record("sum", 9);
            return bowl(p);
        })).isInstanceOf(NoResultException.class).hasMessageContaining("keeps the limits");
    }

    @Test
    void maximizing_isMinimizingTheNegative() {
        assertThat(Sextant.maximize(PLANE, p -> -bowl(p)).value())
                .isEqualTo(-Sextant.minimize(PLANE, SextantTest::bowl).value());
    }

    @Test
    void severalCalls_runAtOnce() {
        var all = new CyclicBarrier(4);
        var best = Search.of(PLANE).strategy("random").trials(40).atOnce(4).minimize(p -> {
            all.await(1, TimeUnit.MINUTES);
            return bowl(p);
        });
        assertThat(best.trials()).hasSize(40).allMatch(t -> t.state() == TrialState.COMPLETE);
    }

    @Test
    void callsThatFail_areTrialsThatFail() {
        var best = Search.of(PLANE).trials(20).minimize(p -> {
            if (p.trial() % 3 == 0) {
                throw new IllegalStateException("diverged");
            }
            return p.trial() % 3 == 1 ? Double.NaN : bowl(p);
        });
        assertThat(best.trials()).filteredOn(t -> t.state() == TrialState.FAILED).hasSize(14)
                .extracting(TrialRecord::reason)
                .containsOnly("java.lang.IllegalStateException: diverged", "the value is NaN");
    }

    @Test
    void aFunctionThatAlwaysFails_givesNoResult() {
        assertThatThrownBy(() -> Search.of(PLANE).trials(3).minimize(_ -> {
            throw new java.io.IOException("no data");
        })).isInstanceOf(NoResultException.class).hasMessageContaining("no data");
    }

    @Test
    void aPoint_knowsItsParameters() {
        var space = Space.of(Space.choice("kernel", "linear", "poly"), Space.integer("degree", 2, 4).onlyIf("kernel == poly"),
                Space.flag("shrink"), Space.ordered("batch", "16", "32"), Space.log("c", 1e-3, 1e3));
        Search.of(space).trials(20).minimize(p -> {
            assertThat(p.isActive("degree")).isEqualTo(p.text("kernel").equals("poly"));
            assertThat(p.integer("batch")).isIn(16, 32);
            assertThat(p.flag("shrink")).isIn(true, false);
            assertThatThrownBy(() -> p.integer("kernel")).hasMessageContaining("no whole number");
            return p.real("c");
        });
    }
}
