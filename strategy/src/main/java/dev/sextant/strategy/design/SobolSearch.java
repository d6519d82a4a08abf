package dev.sextant.strategy.design;

import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.numeric.Sobol;
import dev.sextant.strategy.settings.Knobs;

/// The points of a scrambled Sobol sequence, one dimension a parameter.
///
/// Source: see [Sobol]. A conditional parameter keeps its dimension while it is inactive.
public final class SobolSearch implements StrategyFactory {
    @Override
    public String name() {
        return "sobol";
    }

    @Override
    public String summary() {
        return "an even filling of the space that can stop at any time (Owen-scrambled Sobol points)";
    }

    @Override
    public Strategy create(Problem problem) {
        new Knobs(problem.settings()).noOthers();
        return start(problem);
    }

    /// The sequence for a problem, whatever that problem's own strategy and settings are.
    ///
    /// @throws IllegalArgumentException if there are more parameters than the sequence has dimensions
    public static Filling start(Problem problem) {
        return new Filling("Sobol point", problem.space(), sequence(problem));
    }

    /// The sequence drawn towards the middle, see [Gathered]: where a model should begin, as good values seldom lie in corners.
    ///
    /// @param least as many points are expected at least
    public static Filling gathered(Problem problem, int least) {
        return new Filling("Sobol point", problem.space(), new Gathered(problem.space(), sequence(problem), least));
    }

    private static Points sequence(Problem problem) {
        int axes = Filling.axes(problem.space());
        if (axes > Sobol.MAX_DIMENSIONS) {
            throw new IllegalArgumentException("""
                    Strategy '%s': the space has %d parameters, a Sobol sequence has %d dimensions.
                    Use 'random'.""".formatted(problem.settings().name(), axes, Sobol.MAX_DIMENSIONS));
        }
        Sobol sobol = Sobol.scrambled(axes, Streams.of(problem.seed(), "sobol").nextLong());
        return sobol::point;
    }
}
