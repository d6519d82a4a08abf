package dev.sextant.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.app.results.FixedView;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.SampleStudies;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ExportTest {
    private static String export(Results results, ExportFormat format) throws IOException {
        var writer = new StringWriter();
        new Export(new FixedView(results), format).write(writer);
        return writer.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String text) {
        return (Map<String, Object>) new Load(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build()).loadFromString(text);
    }

    /// A reader of RFC 4180, as strict as the writer.
    private static List<List<String>> csv(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        assertThat(quoted).isFalse();
        assertThat(row).isEmpty();
        return rows;
    }

    private static Results awkward() {
        var space = SearchSpace.of(Parameter.of("word", new Choice(List.of(new Value.Text("a,\"b\"\r\nc"), new Value.Text(" ")))));
        var sample = SampleStudies.of(SampleStudies.spec("s", space, SampleStudies.ACCURACY), 30);
        return new Results(sample.spec(), sample.trials(), sample.asOf());
    }

    @Nested
    class Csv {
        @Test
        void readsBackExactly() throws IOException {
            var sample = SampleStudies.accuracy(300);
            var rows = csv(export(sample, ExportFormat.CSV));
            var heads = rows.getFirst();
            assertThat(rows).hasSize(301).allSatisfy(row -> assertThat(row).hasSameSizeAs(heads));
            for (var trial : sample.trials()) {
                var row = rows.get(trial.trial() + 1);
                assertThat(row.get(heads.indexOf("parameters.lr"))).isEqualTo(trial.configuration().value("lr").orElseThrow().text());
                assertThat(row.get(heads.indexOf("parameters.degree"))).isEqualTo(trial.configuration().value("degree").map(Value::text).orElse(""));
                var accuracy = row.get(heads.indexOf("values.accuracy"));
                assertThat(accuracy.isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(accuracy)))
                        .isEqualTo(trial.metrics().value("accuracy").stream().boxed().findFirst());
            }
        }

        @Test
        void quotesWhatWouldBreakTheTable() throws IOException {
            var rows = csv(export(awkward(), ExportFormat.CSV));
            int column = rows.getFirst().indexOf("parameters.word");
            assertThat(rows.stream().skip(1).map(row -> row.get(column))).contains("a,\"b\"\r\nc", " ");
        }

        @Test
        void ofAnEmptyStudyIsItsHeading() throws IOException {
            assertThat(export(SampleStudies.accuracy(0), ExportFormat.CSV)).isEqualTo(
                    "trial,attempt,state,origin,created,started,finished,seconds,parameters.lr,parameters.dropout,parameters.layers,parameters.width,"
                            + "parameters.act,parameters.batch,parameters.kernel,parameters.degree,parameters.augment,parameters.optimizer,"
                            + "values.accuracy,why,reason\r\n");
        }
    }

    @Nested
    class Json {
        @Test
        @SuppressWarnings("unchecked")
        void holdsTheSameAsTheStudy() throws IOException {
            var sample = SampleStudies.accuracyAndLatency(50);
            var document = json(export(sample, ExportFormat.JSON));
            assertThat(document.get("study")).isEqualTo("lenet-fast");
            var trials = (List<Map<String, Object>>) Objects.requireNonNull(document.get("trials"));
            assertThat(trials).hasSize(50);
            for (var trial : sample.trials()) {
                var read = trials.get(trial.trial());
                assertThat(read.get("state")).isEqualTo(trial.state().word());
                assertThat(read.get("values")).isEqualTo(trial.metrics().values());
                assertThat(((Map<String, Object>) Objects.requireNonNull(read.get("parameters"))).keySet()).isEqualTo(trial.configuration().values().keySet());
            }
        }

        @Test
        void ofAnEmptyStudyHasNoTrials() throws IOException {
            assertThat(json(export(SampleStudies.accuracy(0), ExportFormat.JSON)).get("trials")).isEqualTo(List.of());
        }
    }

    @Nested
    class JsonLines {
        @Test
        void areOneTrialEach() throws IOException {
            var lines = export(awkward(), ExportFormat.JSONL).lines().toList();
            assertThat(lines).hasSize(30);
            assertThat(lines.stream().map(line -> json(line).get("trial"))).containsExactlyElementsOf(awkward().trials().stream().map(TrialRecord::trial).toList());
        }
    }

    @Test
    void aReaderThatGoesAwayIsAnError_notASilence() {
        var closed = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var export = new Export(new FixedView(SampleStudies.accuracy(3)), ExportFormat.CSV);
        assertThatThrownBy(() -> export.write(closed)).isInstanceOf(IOException.class).hasMessage("Broken pipe");
    }
}
