package dev.sextant.strategy.insight;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.Streams;
import dev.sextant.strategy.forest.Axes;
import java.util.Comparator;
import java.util.List;

/// Measures which parameters mattered. The same trials and the same seed give the same answer.
public final class Importances {
    /// The fewest trials of which anything can be said.
    public static final int FEWEST = 4;

    private Importances() {}

    /// What is asked.
    ///
    /// @param top  the best share of the trials, which [Method#PED_ANOVA] compares with all; above 0, below 1
    /// @param seed of resampling and of the trees
    public record Question(Method method, double top, long seed) {
        /// The best tenth, as is usual.
        public static final double TENTH = 0.1;

        public Question {
            if (!(top > 0 && top < 1)) {
                throw new IllegalArgumentException("The best share of the trials is above 0 and below 1, not %s.".formatted(top));
            }
        }
    }

    /// Which parameters mattered in some trials.
    ///
    /// @throws IllegalArgumentException if there are fewer than [#FEWEST] trials, or nothing varies in the space
    public static Importance of(SearchSpace space, List<Finished> trials, Question question) {
        if (trials.size() < FEWEST) {
            throw new IllegalArgumentException("Importance needs at least %d complete trials; there are %d."
                    .formatted(FEWEST, trials.size()));
        }
        var table = Table.of(new Axes(space), trials);
        if (table.axes().width() == 0) {
            throw new IllegalArgumentException("All parameters are constants; none can matter.");
        }
        var random = Streams.of(question.seed(), question.method().word());
        return switch (question.method()) {
            case PED_ANOVA -> new Importance(Method.PED_ANOVA, trials.size(),
                    sorted(new PedAnova(table, question.top()).weights(random)), List.of());
            case FANOVA -> {
                var fanova = Fanova.of(space, table, random);
                yield new Importance(Method.FANOVA, trials.size(), sorted(fanova.parameters()), sorted(fanova.pairs()));
            }
        };
    }

    private static List<Weight> sorted(List<Weight> weights) {
        return weights.stream().sorted(Comparator.comparingDouble(Weight::share).reversed()).toList();
    }
}
