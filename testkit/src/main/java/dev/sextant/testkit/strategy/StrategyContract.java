package dev.sextant.testkit.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.FeasibleFirst;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.Remembered;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.testkit.strategy.Play.Trial;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every strategy promises. A subclass gives the factory and declines what its strategy cannot do.
public abstract class StrategyContract {
    /// What a strategy is expected to do unless it declines.
    public enum Ability {
        /// Proposes again and again while no result is there.
        GOES_ON_WITHOUT_RESULTS,
        /// Tries every allowed point of a small discrete space before it says that there is nothing more.
        COVERS_SMALL_SPACES,
        /// Never runs out of a space that has a real parameter.
        ENDLESS,
        /// Proposes no configuration twice. Who declines trains some of them on, from checkpoints.
        NEW_CONFIGURATIONS,
        /// Another seed gives other proposals.
        USES_CHANCE,
        /// Accepts several objectives. Who declines refuses them when it is created.
        SEVERAL_OBJECTIVES
    }

    private static final int TRIALS = 60;

    /// The factory under test.
    protected abstract StrategyFactory factory();

    /// What the strategy does not do.
    protected Set<Ability> declined() {
        return EnumSet.noneOf(Ability.class);
    }

    /// The settings for a space.
    protected StrategySpec settings(SearchSpace space) {
        return StrategySpec.of(factory().name());
    }

    /// The fidelity of the study, for a strategy that needs one.
    protected Optional<FidelityRange> fidelity() {
        return Optional.empty();
    }

    private boolean can(Ability ability) {
        return !declined().contains(ability);
    }

    private Problem problem(SearchSpace space, long seed) {
        return new Problem(space, 1, settings(space), fidelity(), seed);
    }

    private Play play(SearchSpace space, long seed) {
        return new Play(factory(), problem(space, seed));
    }

    /// Plays so many new trials, and earlier ones that go on between them, to their ends; every seventh fails.
    private static List<Configuration> run(Play play, SearchSpace space, int trials) {
        List<Configuration> proposed = new ArrayList<>();
        Set<Integer> seen = new HashSet<>(play.numbers());
        while (proposed.size() < trials) {
            Optional<Trial> trial = play.ask();
            if (trial.isEmpty()) {
                return proposed;
            }
            if (seen.add(trial.get().number())) {
                proposed.add(trial.get().configuration());
            }
            end(play, trial.get(), space);
        }
        return proposed;
    }

    private static void end(Play play, Trial trial, SearchSpace space) {
        if (trial.number() % 7 == 6) {
            play.tell(new Observation.Failed(trial.number()));
        } else {
            play.complete(trial, Figure.of(space, trial.configuration()));
        }
    }

    @ParameterizedTest
    @EnumSource(SampleSpace.class)
    void everyProposalIsAConfigurationOfTheSpaceThatKeepsTheConstraints(SampleSpace sample) {
        SearchSpace space = sample.space();
        List<Configuration> proposed = run(play(space, 1), space, TRIALS);
        assertThat(proposed).isNotEmpty();
        for (Configuration configuration : proposed) {
            assertThat(space.accept(configuration.values())).isEqualTo(configuration);
            assertThat(space.broken(configuration)).isEmpty();
        }
        if (can(Ability.NEW_CONFIGURATIONS)) {
            assertThat(new LinkedHashSet<>(proposed)).hasSameSizeAs(proposed);
        }
    }

    @ParameterizedTest
    @EnumSource(value = SampleSpace.class, names = {"MIXED", "CONDITIONAL", "LISTED", "CONSTRAINED", "WIDE"})
    void aLargeSpaceIsNotSoonExhausted(SampleSpace sample) {
        assumeTrue(can(Ability.ENDLESS));
        assertThat(run(play(sample.space(), 2), sample.space(), TRIALS)).hasSize(TRIALS);
    }

    @Test
    void aSmallSpaceIsTriedToItsLastPointAndNoPointTwice() {
        assumeTrue(can(Ability.COVERS_SMALL_SPACES));
        SearchSpace space = SampleSpace.SMALL.space();
        Play play = play(space, 3);
        assertThat(run(play, space, 100)).hasSize(33);
        assertThat(play.answer()).isInstanceOf(Answer.Exhausted.class);
    }

    @Test
    void aSpaceOfOnePointIsExhaustedAfterIt() {
        assumeTrue(can(Ability.NEW_CONFIGURATIONS));
        SearchSpace space = SampleSpace.ONE_POINT.space();
        Play play = play(space, 4);
        assertThat(run(play, space, 3)).containsExactly(space.start());
        assertThat(play.answer()).isInstanceOf(Answer.Exhausted.class);
    }

    @ParameterizedTest
    @EnumSource(value = SampleSpace.class, names = {"MIXED", "CONDITIONAL", "CONSTRAINED"})
    void aThousandTrialsMayBePendingBeforeTheFirstResult(SampleSpace sample) {
        assumeTrue(can(Ability.GOES_ON_WITHOUT_RESULTS) && can(Ability.ENDLESS));
        SearchSpace space = sample.space();
        Play play = play(space, 5);
        List<Trial> pending = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            pending.add(play.ask().orElseThrow());
        }
        assertThat(pending.stream().map(Trial::configuration).distinct()).hasSize(1_000);
        pending.subList(0, 30).forEach(trial -> end(play, trial, space));
        assertThat(run(play, space, 10)).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1e300, 1e300, 4.9e-324})
    void tiesBetweenAllResultsAreHarmless(double loss) {
        SearchSpace space = SampleSpace.MIXED.space();
        Play play = play(space, 6);
        for (int i = 0; i < TRIALS; i++) {
            play.ask().ifPresent(trial -> play.complete(trial, loss));
        }
        assertThat(play.answer()).isNotInstanceOf(Answer.Wait.class);
    }

    @Test
    void lossesOfEverySizeAreHarmless() {
        SearchSpace space = SampleSpace.MIXED.space();
        Play play = play(space, 7);
        double[] losses = {-Double.MAX_VALUE, Double.MAX_VALUE, 0, -0.0, Double.MIN_VALUE, 1e308, -1e-308, 42};
        for (int i = 0; i < TRIALS; i++) {
            double loss = losses[i % losses.length];
            play.ask().ifPresent(trial -> play.complete(trial, loss));
        }
        assertThat(play.answer()).isNotInstanceOf(Answer.Wait.class);
    }

    @Test
    void failuresAloneDoNotStopTheSearch() {
        SearchSpace space = SampleSpace.CONDITIONAL.space();
        Play play = play(space, 8);
        for (int i = 0; i < TRIALS; i++) {
            play.ask().ifPresent(trial -> play.tell(new Observation.Failed(trial.number())));
        }
        assertThat(play.answer()).isNotInstanceOf(Answer.Wait.class);
    }

    @ParameterizedTest
    @EnumSource(value = SampleSpace.class, names = {"MIXED", "CONDITIONAL", "CONSTRAINED", "SMALL"})
    void theSameSeedAndTheSameResultsGiveTheSameProposals(SampleSpace sample) {
        SearchSpace space = sample.space();
        assertThat(run(play(space, 9), space, TRIALS)).isEqualTo(run(play(space, 9), space, TRIALS));
    }

    /// Beliefs about every kind of parameter, and the results of two earlier studies, some of a size that is odd.
    private Play knowing(long seed) {
        SearchSpace space = believed(SampleSpace.MIXED.space());
        Play play = play(space, seed);
        double[] losses = {1, -1e300, 3, 1e300, 0};
        for (int i = 0; i < 25; i++) {
            double place = (i + 0.5) / 25;
            Configuration configuration = space.configuration(parameter -> parameter.domain().at(place));
            play.remember(new Remembered(i % 2 == 0 ? "one" : "other", configuration, List.of(losses[i % losses.length])));
        }
        return play;
    }

    private static SearchSpace believed(SearchSpace space) {
        return new SearchSpace(space.parameters().stream()
                .map(parameter -> parameter.withPrior(Prior.around(parameter.domain().at(0.3)))).toList(), space.constraints(), 1);
    }

    @Test
    void whatIsBelievedAndWhatEarlierStudiesFoundIsHarmless_andAgainTheSameAfterARestart() {
        SearchSpace space = believed(SampleSpace.MIXED.space());
        Play play = knowing(23);
        List<Configuration> proposed = run(play, space, TRIALS);
        assertThat(proposed).isNotEmpty().allMatch(configuration -> space.accept(configuration.values()).equals(configuration));
        assertThat(run(knowing(23), space, TRIALS)).isEqualTo(proposed);
        assertThat(play.restarted(factory()).answer()).isEqualTo(play.answer());
    }

    @Test
    void anotherSeedGivesOtherProposals() {
        assumeTrue(can(Ability.USES_CHANCE));
        SearchSpace space = SampleSpace.MIXED.space();
        assertThat(run(play(space, 10), space, 20)).isNotEqualTo(run(play(space, 11), space, 20));
    }

    @ParameterizedTest
    @EnumSource(value = SampleSpace.class, names = {"MIXED", "CONDITIONAL", "LISTED", "CONSTRAINED", "SMALL"})
    void aStrategyThatIsToldTheLogGoesOnLikeOneThatWasAsked(SampleSpace sample) {
        SearchSpace space = sample.space();
        Play play = play(space, 12);
        run(play, space, 25);
        Play restarted = play.restarted(factory());
        assertThat(run(restarted, space, 15)).isEqualTo(run(play, space, 15));
    }

    @Test
    void askingTwiceChangesNothing() {
        SearchSpace space = SampleSpace.CONDITIONAL.space();
        Play play = play(space, 13);
        run(play, space, 20);
        assertThat(play.answer()).isEqualTo(play.answer());
    }

    @ParameterizedTest
    @EnumSource(value = SampleSpace.class, names = {"MIXED", "CONDITIONAL", "CONSTRAINED"})
    void trialsThatOthersProposedAreWelcomeAndNotRepeated(SampleSpace sample) {
        SearchSpace space = sample.space();
        Play play = play(space, 14);
        Play source = play(space, 15);
        play.complete(play.begin(space.start(), Origin.DEFAULTS), 0.5);
        for (Origin origin : List.of(Origin.ENQUEUED, Origin.ADDED)) {
            source.ask().ifPresent(theirs -> play.complete(play.begin(theirs.configuration(), origin), 0.1));
        }
        Trial pending = play.begin(source.ask().orElseThrow().configuration(), Origin.ENQUEUED);
        List<Configuration> proposed = run(play, space, 30);
        assertThat(proposed).hasSizeGreaterThan(5);
        if (can(Ability.NEW_CONFIGURATIONS)) {
            assertThat(proposed).doesNotContain(space.start(), pending.configuration());
        }
    }

    @Test
    void everyEndOfATrialIsUnderstood() {
        SearchSpace space = SampleSpace.MIXED.space();
        Play play = play(space, 16);
        for (int i = 0; i < TRIALS; i++) {
            play.ask().ifPresent(trial -> endSomehow(play, trial));
        }
        assertThat(play.answer()).isNotInstanceOf(Answer.Wait.class);
    }

    private static void endSomehow(Play play, Trial trial) {
        int number = trial.number();
        play.tell(new Observation.Measured(number, 1, List.of(0.5)));
        switch (number % 7) {
            case 0 -> play.tell(new Observation.Pruned(number, List.of(0.5)));
            case 1 -> play.tell(new Observation.Pruned(number, List.of()));
            case 2 -> play.tell(new Observation.Dropped(number));
            case 3 -> {
                play.complete(trial, 0.25);
                play.tell(new Observation.Repeated(number));
                play.tell(new Observation.Failed(number));
            }
            case 5 -> {
                play.tell(new Observation.Dropped(number));
                play.tell(new Observation.Repeated(number));
                play.complete(trial, 0.75);
            }
            case 4 -> {
                play.tell(new Observation.Paused(number));
                play.complete(trial, 0.125);
            }
            default -> {
                play.tell(new Observation.Failed(number));
                play.tell(new Observation.Repeated(number));
                play.complete(trial, 1.0 / number);
            }
        }
    }

    @Test
    void resultsThatBreakLimitsAreUnderstood() {
        SearchSpace space = SampleSpace.MIXED.space();
        Play play = new Play(FeasibleFirst.of(factory()), new Problem(space, space.start(), 1, 2, settings(space), fidelity(), 18));
        List<List<Double>> excesses = List.of(List.of(0.5, -1.0), List.of(1e300, 1e300), List.of(), List.of(-0.5, 0.0), List.of(-1e300, 1e-300));
        for (int i = 0; i < TRIALS; i++) {
            play.ask().ifPresent(trial -> {
                var losses = List.of(Figure.of(space, trial.configuration()));
                var beyond = excesses.get(trial.number() % excesses.size());
                play.tell(new Observation.Measured(trial.number(), 1, losses, beyond));
                play.tell(play.fidelity(trial).isEmpty() ? new Observation.Completed(trial.number(), losses, beyond)
                        : new Observation.Paused(trial.number(), losses, beyond));
            });
        }
        assertThat(play.answer()).isNotInstanceOf(Answer.Wait.class);
    }

    @Test
    void severalObjectivesAreServedOrRefusedAtOnce() {
        SearchSpace space = SampleSpace.CONDITIONAL.space();
        Problem problem = new Problem(space, 2, settings(space), fidelity(), 17);
        if (can(Ability.SEVERAL_OBJECTIVES)) {
            Play play = new Play(factory(), problem);
            for (int i = 0; i < TRIALS; i++) {
                play.ask().ifPresent(trial -> play.complete(trial, Figure.of(space, trial.configuration()), trial.number() % 10));
            }
            assertThat(play.answer()).isNotInstanceOf(Answer.Wait.class);
        } else {
            assertThatThrownBy(() -> factory().create(problem)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(factory().name()).hasMessageContaining("objective");
        }
    }

    @Test
    void aSettingThatDoesNotExistIsRefusedByName() {
        SearchSpace space = SampleSpace.MIXED.space();
        StrategySpec wrong = settings(space).with("no_such_setting", new Value.Int(1));
        assertThatThrownBy(() -> factory().create(new Problem(space, 1, wrong, fidelity(), 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(factory().name()).hasMessageContaining("no_such_setting");
    }

    @Test
    void theNameIsOneWordAndTheSummaryOneLine() {
        assertThat(factory().name()).matches("[a-z][a-z0-9]*");
        assertThat(factory().summary()).isNotBlank().doesNotContain("\n");
    }
}
