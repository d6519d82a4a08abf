package dev.sextant.wire.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialFormTest {
    private static final Configuration START = SearchSpace.of(Parameter.of("lr", new RealRange(1e-5, 0.1, Scale.LOG)),
            Parameter.of("layers", IntRange.of(1, 6))).start();
    private static final Instant BEGIN = Instant.parse("2026-11-21T09:30:00Z");

    @Test
    void aCompleteTrial_saysAllThereIs() {
        var trial = new TrialRecord(0, 1, TrialState.COMPLETE, START, Metrics.of("loss", 0.3), Origin.DEFAULTS, BEGIN,
                Optional.of(BEGIN.plusMillis(5)), Optional.of(BEGIN.plusSeconds(60)), "the defaults", "", "");
        assertThat(TrialForm.write(trial)).isEqualTo("{\"trial\":0,\"attempt\":1,\"state\":\"complete\","
                + "\"parameters\":{\"lr\":0.001,\"layers\":3},\"values\":{\"loss\":0.3},\"origin\":\"defaults\","
                + "\"created\":\"2026-11-21T09:30:00.000Z\",\"started\":\"2026-11-21T09:30:00.005Z\","
                + "\"finished\":\"2026-11-21T09:31:00.000Z\",\"why\":\"the defaults\"}");
    }

    @Test
    void whatThereIsNot_isLeftOut() {
        var trial = new TrialRecord(7, 2, TrialState.FAILED, START, Metrics.NONE, Origin.STRATEGY, BEGIN,
                Optional.empty(), Optional.empty(), "", "exit code 3", "Traceback");
        assertThat(TrialForm.write(trial)).doesNotContain("started", "finished", "why", "Traceback")
                .endsWith("\"reason\":\"exit code 3\"}");
    }

    @Test
    void parametersOfALine_readBackAsTheyWere() {
        var json = new JsonWriter();
        TrialForm.write(START, json);
        assertThat(TrialForm.parameters(JsonReader.read(Source.file("stdin", json.finish())))).isEqualTo(START.values());
    }

    @Test
    void aWholeNumber_staysWhole() {
        var given = TrialForm.parameters(JsonReader.read(Source.file("stdin", "{\"a\":1,\"b\":1.0,\"c\":\"1\",\"d\":true}")));
        assertThat(List.copyOf(given.sequencedValues())).containsExactly(new Value.Int(1), new Value.Real(1.0), new Value.Text("1"), new Value.Flag(true));
    }

    @Test
    void figures_areReadInTheirOrder() {
        var figures = TrialForm.metrics(JsonReader.read(Source.file("stdin", "{\"loss\":3e-1,\"accuracy\":1}")));
        assertThat(figures.values()).containsExactly(Map.entry("loss", 0.3), Map.entry("accuracy", 1.0));
    }
}
