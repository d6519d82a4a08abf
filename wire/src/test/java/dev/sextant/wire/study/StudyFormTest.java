package dev.sextant.wire.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.resource.Resources;
import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Artifacts.Bring;
import dev.sextant.model.study.Artifacts;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.FilePattern;
import dev.sextant.model.study.Keep;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Remarks;
import dev.sextant.model.study.Retries;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.value.Value;
import dev.sextant.wire.RandomSpaces;
import dev.sextant.wire.event.EventForm;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.YamlWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StudyFormTest {
    private static final String LENET = """
            study: lenet
            command: [python3, train.py, "--lr={lr}", "--layers={layers}", "--act={act}", "--batch={batch}", "{kernel_args}"]
            space:
              lr:     {real: [1e-5, 1e-1], log: true, default: 1e-3}
              layers: {int: [1, 6], default: 2}
              act:    {choice: [relu, tanh, gelu]}
              batch:  {ordered: [16, 32, 64, 128]}
              kernel: {choice: [linear, poly]}
              degree: {int: [2, 4], if: kernel == poly}
            arguments: {kernel_args: ["--kernel={kernel}", "--degree={degree}"]}   # groups
            require: ["layers * batch <= 512"]
            objective: {metric: accuracy, goal: max}
            record: [latency]
            strategy: auto
            budget: {trials: 100, time: 2h, stop_at: 0.99, stop_when: improvement < 0.001, patience: 30}
            slots: 4
            resources: {cpus: 2, gpus: 1, memory: 8GiB}     # of one trial
            trial: {timeout: 30m, retries: 1, grace: 30s, keep: all}
            fidelity: {name: epochs, min: 1, max: 27}
            inputs: [train.py, data/]
            artifacts: [model.pt, plots/, "*.log"]
            env: {TF_CPP_MIN_LOG_LEVEL: "2"}
            seed: 7
            """;

    static final Circumstances HERE = new Circumstances("/work", "/work/configs", Optional.of("named"), 42,
            Settings.STANDARD, _ -> Optional.empty());

    static StudyForm.Understood yaml(String text) {
        return StudyForm.study(StudyDraft.yaml(Source.file("study.yaml", text)), HERE);
    }

    private static void assertReadsBack(StudySpec spec, Settings settings) {
        var created = new StudyEvent.Created(spec, settings);
        assertThat(EventForm.readCreated(EventForm.write(created))).isEqualTo(created);
        var text = StudyForm.yaml(spec, settings);
        var back = StudyForm.study(StudyDraft.yaml(Source.file("written.yaml", text)), HERE, spec.space().version());
        assertThat(StudyForm.yaml(back.spec(), back.settings())).isEqualTo(text);
        assertThat(back.spec().space()).isEqualTo(spec.space());
    }

    @Nested
    class Examples {
        @Test
        void theFileOfTheManual_isUnderstood() {
            var study = yaml(LENET);
            assertThat(study.notices()).isEmpty();
            assertThat(study.spec().name()).isEqualTo("lenet");
            assertThat(study.spec().objectives()).containsExactly(new Objective("accuracy", Objective.Goal.MAX));
            assertThat(study.spec().space().parameters()).extracting(p -> p.name())
                    .containsExactly("lr", "layers", "act", "batch", "kernel", "degree");
            assertThat(study.spec().fidelity()).contains(new FidelityRange("epochs", 1, 27));
            assertThat(study.spec().seed()).isEqualTo(7);
            assertThat(study.spec().program().orElseThrow().directory()).isEqualTo("/work");
            assertThat(study.settings()).isEqualTo(new Settings(Budget.of(new Limit.Trials(100), new Limit.Time(Duration.ofHours(2)),
                    new Limit.Target(0.99), new Limit.Improvement(0.001), new Limit.Patience(30), new Limit.FailuresInRow(10)), OptionalInt.of(4),
                    new Resources(2, 1, 8L << 30), true, Optional.of(Duration.ofMinutes(30)), Retries.of(1),
                    Duration.ofSeconds(30), new Keep.All(), artifacts(Bring.REQUEST, 10L << 30, "model.pt", "plots/", "*.log"), Remarks.NONE));
            assertReadsBack(study.spec(), study.settings());
        }

        @Test
        void limitsAreSaidInThreeWays() {
            var latency = new OutcomeLimit("latency", OutcomeLimit.Side.AT_MOST, 20);
            var accuracy = new OutcomeLimit("accuracy", OutcomeLimit.Side.AT_LEAST, 0.5);
            var study = yaml("""
                    space: {x: {real: [0, 1]}}
                    objective:
                      - {metric: accuracy, goal: max, limit: "accuracy >= 0.5"}
                      - {limit: "latency<=20"}
                    limit: [latency <= 20, memory <= 8e9]
                    """);
            assertThat(study.spec().objectives()).containsExactly(new Objective("accuracy", Objective.Goal.MAX));
            assertThat(study.spec().limits()).containsExactly(accuracy, latency, new OutcomeLimit("memory", OutcomeLimit.Side.AT_MOST, 8e9));
            assertThat(study.spec().recorded()).containsExactly("latency", "memory");
            assertThat(study.spec().metrics()).containsExactly("accuracy", "latency", "memory");
            assertReadsBack(study.spec(), study.settings());
            var flags = new StudyFlags().add("--limit", "memory <= 1").draft().over(StudyDraft.yaml(Source.file("study.yaml", "limit: latency <= 20")));
            assertThat(flags.find("limit")).hasValueSatisfying(node -> assertThat(YamlWriter.flow(node)).isEqualTo("[latency <= 20, memory <= 1]"));
        }

        @Test
        void whatIsNotSaid_isTheStandard() {
            var study = yaml("space: {x: {real: [0, 1]}}");
            assertThat(study.settings()).isEqualTo(Settings.STANDARD);
            assertThat(study.spec().name()).isEqualTo("named");
            assertThat(study.spec().seed()).isEqualTo(42);
            assertThat(study.spec().objectives()).containsExactly(new Objective("FoM", Objective.Goal.MIN));
            assertThat(study.spec().strategy()).isEqualTo(StrategySpec.of("auto"));
            assertThat(study.spec().duplicates()).isEqualTo(new Duplicates.Forbid());
            assertThat(study.spec().program()).isEmpty();
        }

        @Test
        void settingsOfStrategies_areFlattened() {
            var study = yaml("space: {x: {real: [0, 1]}}\nstrategy: {genetic: {demes: 4, migration: {interval: 3, on: true}}}");
            assertThat(study.spec().strategy()).isEqualTo(StrategySpec.of("genetic").with("demes", new Value.Int(4))
                    .with("migration.interval", new Value.Int(3)).with("migration.on", new Value.Flag(true)));
        }

        @Test
        void severalObjectives_areAList() {
            var study = yaml("space: {x: {real: [0, 1]}}\nobjective: [{metric: loss}, {metric: accuracy, goal: max}]");
            assertThat(study.spec().objectives()).extracting(Objective::goal)
                    .containsExactly(Objective.Goal.MIN, Objective.Goal.MAX);
        }

        @Test
        void aListOfConfigurations_isReadFromItsFile() {
            var place = new Circumstances("/w", "/w", Optional.of("n"), 1, Settings.STANDARD,
                    name -> name.equals("points.csv") ? Optional.of(Source.file(name, "x,act\n0.5,relu\n,\"tanh\"\n")) : Optional.empty());
            var draft = StudyDraft.yaml(Source.file("s.yaml",
                    "space: {x: {real: [0, 1]}, act: {choice: [relu, tanh]}}\nstrategy: {list: points.csv}"));
            var study = StudyForm.study(draft, place);
            assertThat(study.spec().strategy().given()).containsExactly(
                    point(Map.entry("x", new Value.Real(0.5)), Map.entry("act", new Value.Text("relu"))),
                    point(Map.entry("act", new Value.Text("tanh"))));
            assertReadsBack(study.spec(), study.settings());
        }

        @Test
        void whatMaySurprise_isNoticed() {
            assertThat(yaml("space: {n: {int: [1, 10], step: 4}, lr: {real: [0.0001, 1]}}").notices())
                    .containsExactly("Parameter 'n' ends at 9: no step of 4 meets 10.",
                            "Parameter 'lr' has 9 of 10 values above 0.1; on a log scale (':log', in a file 'log: true') every decade counts alike.");
        }
    }

    @SafeVarargs
    private static SequencedMap<String, Value> point(Map.Entry<String, Value>... entries) {
        var point = new LinkedHashMap<String, Value>();
        for (var entry : entries) {
            point.put(entry.getKey(), entry.getValue());
        }
        return point;
    }

    @Property(tries = 200)
    void everySpace_readsBack(@ForAll("spaces") SearchSpace space, @ForAll long seed) {
        var spec = new StudySpec("s", space, List.of(new Objective("loss", Objective.Goal.MIN)), List.of("a", "b"),
                StrategySpec.of("tpe").with("points.lr", new Value.Real(1e-300)), seed, new Duplicates.Allow(3),
                Optional.empty(), Optional.of(Program.of(List.of("a b", "", "\"q\"", "{x}", "5", "true", "~"), "/tmp")));
        assertReadsBack(spec, Settings.BY_HAND);
    }

    @Provide
    Arbitrary<SearchSpace> spaces() {
        return RandomSpaces.spaces();
    }

    @Nested
    class Stored {
        @Test
        void settings_readBackToTheLastDetail() {
            var odd = new Settings(Budget.of(new Limit.FailuresInRow(3), new Limit.Time(Duration.ofNanos(1_234_567_891L)), new Limit.Target(-0.1)),
                    OptionalInt.of(7), new Resources(0, 3, 12345), false, Optional.of(Duration.ofMillis(90_061_001)),
                    new Retries(2, Duration.ofMillis(1500)), Duration.ZERO, new Keep.Best(4),
                    artifacts(Bring.BEST, 5, "**/*.pt"), new Remarks("what came of it:\nmore", List.of("vision", "n8")));
            for (var settings : List.of(Settings.STANDARD, Settings.BY_HAND, odd)) {
                var changed = new StudyEvent.Changed(settings);
                assertThat(EventForm.read("changed", EventForm.write(changed), SearchSpace.of(
                        Parameter.of("x", new Bool(true))))).isEqualTo(changed);
            }
        }
    }

    private static Artifacts artifacts(Bring bring, long mostBytes, String... patterns) {
        return new Artifacts(Arrays.stream(patterns).map(FilePattern::new).toList(), bring, mostBytes);
    }

    @Nested
    class Overlays {
        @Test
        void otherArtifacts_areBroughtAsBefore() {
            var file = StudyDraft.yaml(Source.file("s.yaml", "space: {x: {real: [0, 1]}}\nartifacts: {files: [a], bring: all, most: 1GiB}"));
            var flags = new StudyFlags().add("--artifact", "*.pt").add("--artifact", "b/").draft();
            assertThat(StudyForm.study(flags.over(file), HERE).settings().artifacts()).isEqualTo(artifacts(Bring.ALL, 1L << 30, "*.pt", "b/"));
            var none = StudyDraft.yaml(Source.file("s.yaml", "artifacts: []"));
            assertThat(StudyForm.study(none.over(file), HERE).settings().artifacts()).isEqualTo(Artifacts.NONE);
        }

        @Test
        void slotsThatAreOff_areAsManyAsTheMachineCanCarry() {
            var file = StudyDraft.yaml(Source.file("s.yaml", "space: {x: {real: [0, 1]}}\nslots: 4"));
            var flags = StudyDraft.yaml(Source.file("flags", "slots: off"));
            assertThat(StudyForm.study(file, HERE).settings().slots()).hasValue(4);
            assertThat(StudyForm.study(flags.over(file), HERE).settings().slots()).isEmpty();
        }

        @Test
        void whatIsSaidLater_wins() {
            var file = StudyDraft.yaml(Source.file("s.yaml", "space: {x: {real: [0, 1]}, y: 3}\nbudget: {trials: 5, time: 1h}\nrequire: [x < 1]"));
            var flags = StudyDraft.yaml(Source.file("flags", "space: {x: {real: [0, 2]}}\nbudget: {trials: 9}\nrequire: [x > 0]"));
            var study = StudyForm.study(flags.over(file), HERE);
            assertThat(study.spec().space().parameter("x").domain().allowed()).isEqualTo("0.0..2.0");
            assertThat(study.spec().space().find("y")).isPresent();
            assertThat(study.spec().space().constraints()).containsExactly("x < 1", "x > 0");
            assertThat(study.settings().budget().limit(Limit.Trials.class)).contains(new Limit.Trials(9));
            assertThat(study.settings().budget().limit(Limit.Time.class)).contains(new Limit.Time(Duration.ofHours(1)));
        }
    }
}
