package dev.sextant.strategy.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Proposal;
import dev.sextant.strategy.Question;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.demes.Birth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneticTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.of("x", new RealRange(0, 1, Scale.LINEAR)), Parameter.of("y", new RealRange(0, 1, Scale.LINEAR)));

    private final List<Birth> births = new ArrayList<>();

    private static StrategySpec settings(boolean generational) {
        return StrategySpec.of("genetic").with("demes", new Value.Int(2)).with("population", new Value.Int(3))
                .with("generations", new Value.Int(2)).with("generational", new Value.Flag(generational));
    }

    private static Strategy create(StrategySpec settings) {
        return new Genetic.Factory().create(new Problem(SPACE, 1, settings, Optional.empty(), 1));
    }

    private static Configuration defaults(Strategy strategy) {
        strategy.tell(new Observation.Proposed(0, SPACE.start(), OptionalLong.empty(), Origin.DEFAULTS, ""));
        return SPACE.start();
    }

    private boolean begin(Strategy strategy, int trial) {
        if (strategy.ask(Question.of(trial, Set.of()))
                instanceof Answer.Propose(Proposal.Start(Configuration configuration, var fidelity, var _, String note))) {
            births.add(Birth.of(note).orElseThrow());
            strategy.tell(new Observation.Proposed(trial, configuration, fidelity, Origin.STRATEGY, note));
            return true;
        }
        return false;
    }

    @Test
    void theDefaultsAreTheFirstIndividualAndBirthsGoRoundTheDemes() {
        Strategy strategy = create(settings(false));
        defaults(strategy);
        for (int trial = 1; trial < 12; trial++) {
            assertThat(begin(strategy, trial)).isTrue();
        }
        assertThat(births).startsWith(new Birth(0, 2, 0), new Birth(0, 1, 1), new Birth(0, 2, 1), new Birth(0, 1, 2), new Birth(0, 2, 2))
                .endsWith(new Birth(1, 2, 5));
    }

    @Test
    void theSearchEndsAfterItsGenerations() {
        Strategy strategy = create(settings(false));
        defaults(strategy);
        int trial = 1;
        while (begin(strategy, trial)) {
            strategy.tell(new Observation.Completed(trial, List.of((double) trial)));
            trial++;
        }
        assertThat(trial).isEqualTo(2 * 2 * 3);
        assertThat(strategy.ask(Question.of(trial, Set.of()))).isInstanceOf(Answer.Exhausted.class);
    }

    @Test
    void byDefaultNobodyWaitsForAGeneration() {
        Strategy strategy = create(settings(false));
        for (int trial = 0; trial < 9; trial++) {
            assertThat(begin(strategy, trial)).isTrue();
        }
    }

    @Test
    void aGenerationalSearchWaitsForTheLastOfAGenerationHoweverItEnds() {
        Strategy strategy = create(settings(true));
        defaults(strategy);
        for (int trial = 1; trial < 6; trial++) {
            assertThat(begin(strategy, trial)).isTrue();
        }
        assertThat(strategy.ask(Question.of(6, Set.of()))).isInstanceOf(Answer.Wait.class);
        for (int trial = 0; trial < 5; trial++) {
            strategy.tell(new Observation.Completed(trial, List.of(1.0)));
        }
        assertThat(strategy.ask(Question.of(6, Set.of()))).isInstanceOf(Answer.Wait.class);
        strategy.tell(new Observation.Failed(5));
        assertThat(begin(strategy, 6)).isTrue();
        assertThat(births.getLast()).isEqualTo(new Birth(1, 1, 3));
    }

    @Test
    void aChildComesFromParentsOfItsOwnDeme() {
        Rules rules = new Rules(2, 2, 0, 0.5, 0, 100, false);
        Society society = new Society(rules, 1);
        Breeding breeding = new Breeding(SPACE, 0, 0.5);
        society.birth(0, 1, at(0.1, 0.2));
        society.birth(1, 1, at(0.3, 0.4));
        society.birth(2, 2, at(0.8, 0.9));
        society.succeed(0, 1);
        society.succeed(1, 1);
        society.succeed(2, 0);
        for (int i = 0; i < 50; i++) {
            var random = Question.of(i, Set.of()).random();
            List<Member> parents = society.parents(1).parents(random);
            assertThat(parents).extracting(Member::trial).containsExactlyInAnyOrder(0, 1);
            assertThat(breeding.child(parents, 0, random).values()).hasSize(2);
        }
    }

    @Test
    void theBestOfEachDemeMigratesWhenTheFirstGenerationHasEnded() {
        Society society = new Society(new Rules(3, 1, 0, 0.5, 5, 100, false), 1);
        for (int trial = 0; trial < 3; trial++) {
            society.birth(trial, trial + 1, at(trial / 10.0, 0));
        }
        for (int trial = 0; trial < 3; trial++) {
            society.succeed(trial, trial);
        }
        long strangers = 0;
        for (int deme = 1; deme <= 3; deme++) {
            for (int trial = 0; trial < 3; trial++) {
                strangers += trial != deme - 1 && society.parents(deme).find(trial).isPresent() ? 1 : 0;
            }
        }
        assertThat(strangers).isPositive();
    }

    @Test
    void aRepeatedTrialIsNoParentUntilItEndsAgain() {
        Society society = new Society(new Rules(1, 3, 0, 0.5, 0, 100, false), 1);
        society.birth(0, 1, at(0.5, 0.5));
        society.succeed(0, 1);
        society.repeat(0);
        assertThat(society.parents(1).isEmpty()).isTrue();
        society.succeed(0, 2);
        assertThat(society.parents(1).find(0)).map(Member::loss).contains(2.0);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> create(StrategySpec.of("genetic").with("population", new Value.Int(1))))
                .hasMessageContaining("population is 1; it must be a whole number from 2");
        assertThatThrownBy(() -> create(StrategySpec.of("genetic").with("mutation", new Value.Real(0.1))))
                .hasMessageContaining("demes, population, mutation_rate, crossover_rate, migration_interval, generations, generational");
    }

    private static Configuration at(double x, double y) {
        return SPACE.configuration(p -> new Value.Real(p.name().equals("x") ? x : y));
    }
}
