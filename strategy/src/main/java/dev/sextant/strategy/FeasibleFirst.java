package dev.sextant.strategy;

import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.model.trial.Decision;
import java.util.List;

/// Puts feasibility first for a strategy that knows of losses only: whatever breaks a limit is told with losses worse than all
/// that break none, the worse the more it breaks them.
///
/// Every loss of such a result becomes 10³⁰⁰·(1 + v/(1 + v)) for the violation v. So strategies that rank results come to
/// feasibility-first order, and with several objectives to constrained domination. One that calculates with losses must not take
/// differences from [#FAR] on for measured ones.
///
/// Source: K. Deb, An efficient constraint handling method for genetic algorithms, CMAME 186 (2000), section 3. Differs: the order is written
/// into the losses, so no strategy compares by three rules. Not thread-safe.
public final class FeasibleFirst implements Strategy {
    /// Losses from here on are not measured: they tell how infeasible a result is.
    public static final double FAR = 1e300;

    private final Strategy strategy;

    private FeasibleFirst(Strategy strategy) {
        this.strategy = strategy;
    }

    /// A factory whose strategies cope with limits, whether or not they weigh them themselves.
    public static StrategyFactory of(StrategyFactory factory) {
        return factory.weighsLimits() ? factory : new Factory(factory);
    }

    /// A stopping rule that ranks reports that break a limit behind all others.
    public static StoppingRule of(StoppingRule rule) {
        return new StoppingRule() {
            @Override
            public Decision decide(Observation.Measured report) {
                return rule.decide(new Observation.Measured(report.trial(), report.step(), losses(report.losses(), report.excesses())));
            }

            @Override
            public void tell(Observation observation) {
                rule.tell(withOrder(observation));
            }
        };
    }

    /// Losses in whose order feasibility comes first: as they are if no limit is known to be broken.
    public static List<Double> losses(List<Double> losses, List<Double> excesses) {
        double violation = OutcomeLimit.violation(excesses);
        return violation > 0 ? losses.stream().map(_ -> FAR * (1 + violation / (1 + violation))).toList() : losses;
    }

    @Override
    public Answer ask(Request request) {
        return strategy.ask(request);
    }

    @Override
    public void remember(Remembered result) {
        strategy.remember(result);
    }

    @Override
    public void tell(Observation observation) {
        strategy.tell(withOrder(observation));
    }

    private static Observation withOrder(Observation observation) {
        return switch (observation) {
            case Observation.Measured(int trial, long step, var losses, var excesses) -> new Observation.Measured(trial, step, losses(losses, excesses));
            case Observation.Completed(int trial, var losses, var excesses) -> new Observation.Completed(trial, losses(losses, excesses));
            case Observation.Pruned(int trial, var losses, var excesses) -> new Observation.Pruned(trial, losses(losses, excesses));
            case Observation.Paused(int trial, var losses, var excesses) -> new Observation.Paused(trial, losses(losses, excesses));
            case Observation.Proposed _, Observation.Failed _, Observation.Dropped _, Observation.Repeated _ -> observation;
        };
    }

    private record Factory(StrategyFactory factory) implements StrategyFactory {
        @Override
        public String name() {
            return factory.name();
        }

        @Override
        public String summary() {
            return factory.summary();
        }

        @Override
        public boolean startsWithDefaults() {
            return factory.startsWithDefaults();
        }

        @Override
        public Strategy create(Problem problem) {
            Strategy made = factory.create(problem);
            return problem.limits() == 0 ? made : new FeasibleFirst(made);
        }
    }
}
