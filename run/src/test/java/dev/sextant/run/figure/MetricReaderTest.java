package dev.sextant.run.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricReaderTest {
    private final List<Reading> readings = new ArrayList<>();

    @Nested
    class FiguresByName {
        private final MetricReader reader = MetricReader.named(List.of("loss", "accuracy", "FoM"), readings::add);

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "loss=0.5|0.5", "loss: 0.5|0.5", "loss = 0.5|0.5", "loss :0.5|0.5", "loss=-3|-3", "loss=+3|3", "loss=.5|0.5", "loss=5.|5",
            "loss=1e-05|1e-5", "loss=1E+3|1000", "{\"loss\": 0.5}|0.5", "{'loss':0.5}|0.5", "{\"loss\":\"0.5\"}|0.5", "(loss=0.5)|0.5",
            "2026-11-21 10:00:00 INFO: loss=0.5, lr=1|0.5", "100% 10/10 [loss=0.5]|0.5", "loss=0.9 loss=0.5|0.5", "loss=0.5%|0.5",
            "final loss: 0.5.|0.5", "loss=0.5,accuracy=0.1|0.5", ". \u001b[32mloss\u001b[0m: \u001b[1m0.5\u001b[0m|0.5",
            ". \u001b]0;title\u0007loss=0.5|0.5", "│ loss=0.5|0.5", "loss=0.5e|", "loss=|"})
        void aNumberAfterTheName_isRead(String line, String expected) {
            feed(reader, line + "\n");
            var last = readings.isEmpty() ? null : readings.getLast().values().get("loss");
            assertThat(last).isEqualTo(expected == null ? null : Double.valueOf(expected));
        }

        @ParameterizedTest
        @ValueSource(strings = {"val_loss=0.5", "val-loss: 0.5", "val/loss=0.5", "losses=0.5", "LOSS=0.5", "xloss=0.5", "loss 0.5", "loss=abc",
            "loss=0x1f", "loss=1.2.3", "loss=1,234", "loss=12ms", "loss==", "loss_=0.5", "größeloss=0.5", "=0.5", "loss=-", "loss=.", "loss=e5", "los", ""})
        void whatIsNotTheWholeNameAndANumber_isLeftAlone(String line) {
            feed(reader, line + "\n");
            assertThat(readings).isEmpty();
        }

        @Test
        void notANumber_isReadAsSuch() {
            feed(reader, "loss=nan\nloss=-inf\nloss: Infinity\n");
            assertThat(readings).extracting(r -> r.values().get("loss")).containsExactly(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        @Test
        void severalMetricsOfALine_comeTogether() {
            feed(reader, "loss=0.5 accuracy=0.9\n");
            assertThat(readings).containsExactly(new Reading(OptionalLong.empty(), sequenced("loss", 0.5, "accuracy", 0.9)));
        }

        @Test
        void aCarriageReturn_endsALine() {
            feed(reader, "epoch=1 loss=0.5\repoch=2 loss=0.4\r\n");
            assertThat(readings).extracting(Reading::step).containsExactly(OptionalLong.of(1), OptionalLong.of(2));
        }

        @Test
        void aLastLineWithoutEnd_isRead() {
            feed(reader, "FoM: 1");
            assertThat(readings).isEmpty();
            reader.finish();
            assertThat(readings).hasSize(1);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "step=7 loss=1|7", "loss=1 step: 7|7", "{\"epoch\": 7, \"loss\": 1}|7", "Epoch 7/10 - loss: 1|7", "[iteration 7] loss=1|7",
            "epoch=2 step=7 loss=1|7", "epoch [7/20] loss=1|", "Epoch 7: loss=1|7", "substep=7 loss=1|", "steps=7 loss=1|", "step=7.5 loss=1|", "step7 loss=1|"})
        void theStepOfALine_isRead(String line, String expected) {
            feed(reader, line + "\n");
            assertThat(readings).hasSize(1).first().extracting(Reading::step)
                    .isEqualTo(expected == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(expected)));
        }

        @Test
        void aLineInPieces_isReadAsOne() {
            var bytes = "noise\nepoch=3 \u001b[1mloss=0.25\u001b[0m\nnoise".getBytes(StandardCharsets.UTF_8);
            for (byte one : bytes) {
                reader.accept(new byte[] {one}, 1);
            }
            assertThat(readings).containsExactly(new Reading(OptionalLong.of(3), sequenced("loss", 0.25)));
        }

        @Test
        void theEndOfAVeryLongLine_isNotSeenButTheNextLineIs() {
            feed(reader, "x".repeat(MetricReader.LONGEST_LINE) + " loss=1\nloss=2\n");
            assertThat(readings).containsExactly(new Reading(OptionalLong.empty(), sequenced("loss", 2.0)));
        }

        @Test
        void aLineThatNamesAMetricWithoutANumber_isRememberedForTheUser() {
            feed(reader, "loss: tensor(0.3)\n");
            assertThat(reader.trouble()).contains("the last line that names it is 'loss: tensor(0.3)'");
        }

        @Test
        void hostileLines_costLinearTime() {
            var pieces = List.of("=".repeat(60_000), "loss=".repeat(12_000), "loss = ".repeat(9_000), "step ".repeat(12_000) + "loss=1",
                    "1".repeat(60_000) + "=", "loss=" + "1".repeat(60_000), "\u001b[".repeat(30_000) + "=", " ".repeat(60_000) + "=");
            assertThatCode(() -> pieces.forEach(piece -> feed(reader, (piece + "\n").repeat(5)))).doesNotThrowAnyException();
            assertTimeout(Duration.ofSeconds(10), () -> pieces.forEach(piece -> feed(reader, (piece + "\n").repeat(20))));
        }
    }

    @Nested
    class FiguresByPattern {
        @Test
        void oneGroup_isTheOnlyMetric() {
            feed(MetricReader.pattern("val_loss ([0-9.e+-]+)", List.of("loss"), readings::add), "val_loss 3 val_loss 1e-3 ok\nother\n");
            assertThat(readings).containsExactly(new Reading(OptionalLong.empty(), sequenced("loss", 1e-3)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"it (?<step>\\d+): (?<val_loss>\\S+) (?<acc>\\S+)", "it (?P<step>\\d+): (?P<val_loss>\\S+) (?P<acc>\\S+)"})
        void namedGroups_areMetricsAndTheStep(String pattern) {
            feed(MetricReader.pattern(pattern, List.of("val_loss", "acc"), readings::add), "it 12: 0.5 0.9\n");
            assertThat(readings).containsExactly(new Reading(OptionalLong.of(12), sequenced("val_loss", 0.5, "acc", 0.9)));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "(|is not a regular expression", "loss|has 0 groups; one is needed", "(a)(b)|has 2 groups; one is needed",
            "(?<los>x)|the group 'los' is no metric of the study (loss) and not 'step'", "(?<los>x)|Did you mean 'loss'?",
            "(?<loss>x)(?<loss>y)|is there twice"})
        void aWrongPattern_isRefusedWithWhatIsWrong(String pattern, String message) {
            assertThatIllegalArgumentException().isThrownBy(() -> MetricReader.pattern(pattern, List.of("loss"), readings::add))
                    .withMessageContaining(message);
        }

        @Test
        void oneGroupForSeveralMetrics_isRefused() {
            assertThatIllegalArgumentException().isThrownBy(() -> MetricReader.pattern("(x)", List.of("a", "b"), readings::add))
                    .withMessageContaining("the study has 2 metrics: a, b");
        }

        @ParameterizedTest
        @ValueSource(strings = {"(?<loss>(a+)+)b", "(?<loss>(a|aa)+)$", "(?<loss>(x|a)*)=1", "(?<loss>(.*)*)!"})
        void aPatternThatExplodes_isGivenUpInGoodTime(String pattern) {
            var reader = MetricReader.pattern(pattern, List.of("loss"), readings::add);
            assertTimeout(Duration.ofSeconds(20), () -> feed(reader, ("a".repeat(4000) + "-\n").repeat(50)));
            assertThat(reader.gaveUp()).isTrue();
            assertThat(reader.trouble().orElseThrow()).contains("takes too long on this output");
        }

        @Test
        void anOrdinaryPattern_isNotGivenUp() {
            var reader = MetricReader.pattern(".*loss ([0-9.]+).*", List.of("loss"), readings::add);
            feed(reader, ("nothing to see in this line of ordinary length, nothing at all, go on please\n".repeat(1000) + "loss 0.5\n").repeat(10));
            assertThat(reader.gaveUp()).isFalse();
            assertThat(readings).hasSize(10);
        }
    }

    /// Set `sextant.fuzz.seconds` for more than a moment.
    @Test
    void anyBytes_areReadWithoutHarm() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var words = List.of("loss", "=", ":", "step", "\n", "\r", "\u001b[", "\"", " ", "0.5", "1e", "nan", "é", "epoch 3", "-", ",");
        long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("sextant.fuzz.seconds", 2)).toNanos();
        while (System.nanoTime() < end) {
            var byName = MetricReader.named(List.of("loss", "é"), readings::add);
            var byPattern = MetricReader.pattern("(?<loss>[0-9.e]+)\\D*(?<step>\\d+)", List.of("loss"), readings::add);
            for (int i = 0; i < 200; i++) {
                var bytes = random.nextBoolean() ? words.get(random.nextInt(words.size())).getBytes(StandardCharsets.UTF_8) : noise(random);
                byName.accept(bytes.clone(), bytes.length);
                byPattern.accept(bytes, bytes.length);
            }
            byName.finish();
            byPattern.finish();
            assertThat(readings).allSatisfy(reading -> assertThat(reading.values()).isNotEmpty());
            readings.clear();
        }
    }

    private static byte[] noise(RandomGenerator random) {
        var bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void feed(MetricReader reader, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        reader.accept(bytes, bytes.length);
    }

    private static SequencedMap<String, Double> sequenced(String name, double value) {
        return new LinkedHashMap<>(Map.of(name, value));
    }

    private static SequencedMap<String, Double> sequenced(String first, double one, String second, double two) {
        var values = sequenced(first, one);
        values.putLast(second, two);
        return values;
    }
}
