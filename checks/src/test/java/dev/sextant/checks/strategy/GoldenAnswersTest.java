package dev.sextant.checks.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.StrategyFactory;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.testkit.strategy.Figure;
import dev.sextant.testkit.strategy.Play;
import dev.sextant.testkit.strategy.SampleSpace;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The first twenty proposals of every strategy for seed 1, so that a change of any of them is seen and meant.
///
/// Real numbers are compared to six digits, for the last ones of logarithms differ between processors. After a change
/// that is meant, run once with `-Dsextant.golden=write` and read the difference before it is committed.
class GoldenAnswersTest {
    private static final Path SOURCES = Path.of("src/test/resources/dev/sextant/checks/strategy/golden");
    private static final int PROPOSALS = 20;
    private static final List<String> NEED_A_FIDELITY = List.of("halving", "hyperband", "asha", "bohb", "dehb", "freezethaw");
    private static final MathContext DIGITS = new MathContext(6);

    static Stream<String> strategies() {
        return StrategyCatalog.builtIn().all().stream().map(StrategyFactory::name);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void theFirstTwentyProposalsAreThoseOnFile(String strategy) throws IOException {
        String answers = answers(strategy, SampleSpace.MIXED) + answers(strategy, SampleSpace.CONDITIONAL)
                + (strategy.equals("neat") ? answers(strategy, SampleSpace.LISTED) : "");
        if ("write".equals(System.getProperty("sextant.golden"))) {
            Files.createDirectories(SOURCES);
            Files.writeString(SOURCES.resolve(strategy + ".txt"), answers);
        }
        assertThat(answers).isEqualTo(onFile(strategy));
    }

    private static String onFile(String strategy) throws IOException {
        if ("write".equals(System.getProperty("sextant.golden"))) {
            return Files.readString(SOURCES.resolve(strategy + ".txt"));
        }
        try (InputStream file = GoldenAnswersTest.class.getResourceAsStream("golden/" + strategy + ".txt")) {
            assertThat(file).as("golden answers of '%s'", strategy).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String answers(String strategy, SampleSpace sample) {
        SearchSpace space = sample.space();
        StrategyFactory factory = StrategyCatalog.builtIn().find(strategy);
        Play play = new Play(factory, new Problem(space, 1, settings(strategy, space), fidelity(strategy), 1));
        if (factory.startsWithDefaults()) {
            play.complete(play.begin(space.start(), Origin.DEFAULTS), Figure.of(space, space.start()));
        }
        return IntStream.range(0, PROPOSALS).mapToObj(_ -> play.ask()).flatMap(Optional::stream).map(trial -> {
            String line = line(trial.configuration()) + play.fidelity(trial).stream().mapToObj("up to %d\n"::formatted).collect(Collectors.joining());
            play.complete(trial, Figure.of(space, trial.configuration()));
            return line;
        }).collect(Collectors.joining());
    }

    private static Optional<FidelityRange> fidelity(String strategy) {
        return NEED_A_FIDELITY.contains(strategy) ? Optional.of(new FidelityRange("epochs", 1, 9)) : Optional.empty();
    }

    private static StrategySpec settings(String strategy, SearchSpace space) {
        return strategy.equals("list") ? listOf(space) : StrategySpec.of(strategy);
    }

    private static StrategySpec listOf(SearchSpace space) {
        List<SequencedMap<String, Value>> given = IntStream.rangeClosed(1, PROPOSALS)
                .mapToObj(i -> space.configuration(parameter -> parameter.domain().at(i / (PROPOSALS + 1.0))))
                .<SequencedMap<String, Value>>map(configuration -> new LinkedHashMap<>(configuration.values()))
                .toList();
        return new StrategySpec("list", new LinkedHashMap<>(), given);
    }

    private static String line(Configuration configuration) {
        return configuration.values().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + text(entry.getValue())).collect(Collectors.joining(" ", "", "\n"));
    }

    private static String text(Value value) {
        return value instanceof Value.Real(double number)
                ? Numbers.text(new BigDecimal(number).round(DIGITS).doubleValue())
                : value.text();
    }
}
