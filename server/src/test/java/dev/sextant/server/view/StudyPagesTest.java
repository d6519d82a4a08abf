package dev.sextant.server.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.engine.Asked;
import dev.sextant.engine.StudyDesk;
import dev.sextant.engine.memory.MemoryStore;
import dev.sextant.model.trial.Lease;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.trial.TrialState;
import dev.sextant.model.study.Settings;
import dev.sextant.server.request.TestStudies;
import dev.sextant.wire.study.Circumstances;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StudyPagesTest {
    private static final String SPACE = "\"space\":{\"x\":{\"real\":[0,1]},\"k\":{\"choice\":[\"a\",\"b\"]},\"d\":{\"int\":[1,9],\"if\":\"k == b\"}}";
    private static final String ONE = "{\"study\":\"s\"," + SPACE + ",\"objective\":{\"metric\":\"loss\",\"goal\":\"min\"},\"strategy\":\"random\",\"seed\":3}";
    private static final String TWO = "{\"study\":\"s\"," + SPACE
            + ",\"objective\":[{\"metric\":\"loss\",\"goal\":\"min\"},{\"metric\":\"gain\",\"goal\":\"max\"}],\"strategy\":\"random\",\"seed\":3}";

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final MemoryStore store = store(ONE);
    private final StudyDesk desk = new TestStudies(() -> now).desk(store);
    private final StudyPages pages = new StudyPages(store, () -> now);

    private MemoryStore store(String json) {
        var study = StudyForm.study(StudyDraft.of((Node.Obj) JsonReader.read(Source.file("study", json))), Circumstances.withoutFiles("/", 1, Settings.BY_HAND));
        return MemoryStore.create(study.spec(), study.settings(), now);
    }

    private Lease ask(String worker) {
        return ((Asked.Given) desk.ask(worker, Tie.NONE)).lease();
    }

    private void complete(Lease lease, double loss) {
        desk.tell(lease.trial(), lease.attempt(), new Outcome.Completed(Metrics.of("loss", loss)));
    }

    private void pass(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    private static Node.Obj read(String json) {
        return (Node.Obj) JsonReader.read(Source.file("answer", json));
    }

    private static ChartQuery query(String... namesAndTexts) {
        var given = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            given.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return new ChartQuery(name -> Optional.ofNullable(given.get(name)));
    }

    private static Node at(Node node, String... path) {
        var found = node;
        for (var step : path) {
            found = found instanceof Node.Arr list ? list.items().get(Integer.parseInt(step)) : ((Node.Obj) found).find(step).orElseThrow().value();
        }
        return found;
    }

    private static String text(Node node, String... path) {
        return JsonWriter.write(at(node, path));
    }

    private static List<String> numbers(Node answer) {
        return ((Node.Arr) at(answer, "trials")).items().stream().map(trial -> text(trial, "trial")).toList();
    }

    @Nested
    class TheTable {
        @Test
        void followsTheLog_whateverHappensToATrial() {
            var first = ask("w");
            var second = ask("w");
            complete(first, 0.5);
            assertThat(text(card(), "counts")).isEqualTo("{\"running\":1,\"complete\":1}");
            desk.tell(second.trial(), second.attempt(), Outcome.Failed.because("broken"));
            desk.retry(second.trial());
            assertThat(text(card(), "counts")).isEqualTo("{\"queued\":1,\"complete\":1}");
        }

        @Test
        void knowsTheBestOne_alsoWhenAnotherBecomesBetter() {
            for (double loss : List.of(0.5, 0.2, 0.9)) {
                complete(ask("w"), loss);
            }
            assertThat(pages.best()).containsExactly(1);
            complete(ask("w"), 0.1);
            assertThat(pages.best()).containsExactly(3);
        }

        @Test
        void knowsTheFrontOfSeveralObjectives() {
            var two = store(TWO);
            var other = new TestStudies(() -> now).desk(two);
            for (var values : List.of(List.of(1.0, 1.0), List.of(2.0, 3.0), List.of(3.0, 2.0), List.of(0.5, 0.5))) {
                var lease = ((Asked.Given) other.ask("w", Tie.NONE)).lease();
                var figures = new LinkedHashMap<String, Double>(Map.of("loss", values.getFirst()));
                figures.put("gain", values.getLast());
                other.tell(lease.trial(), lease.attempt(), new Outcome.Completed(new Metrics(figures)));
            }
            assertThat(new StudyPages(two, () -> now).best()).containsExactly(3, 0, 1).doesNotContain(2).containsExactlyElementsOf(other.best().stream().sorted(
                    java.util.Comparator.comparingDouble(n -> two.trial(n).orElseThrow().metrics().value("loss").orElseThrow())).toList());
        }

        private Node.Obj card() {
            var json = new JsonWriter().startObject();
            pages.card(json);
            return read(json.endObject().finish());
        }
    }

    @Nested
    class Trials {
        @Test
        void areFilteredSortedAndPagedAsTheirOwnValuesSay() {
            for (int i = 0; i < 40; i++) {
                var lease = ask("w");
                if (i % 5 == 4) {
                    desk.tell(lease.trial(), lease.attempt(), Outcome.Failed.because("why " + i % 2));
                } else {
                    complete(lease, (i * 37) % 41 / 41.0);
                }
            }
            var wanted = new ArrayList<Integer>();
            store.trials(trial -> {
                if (trial.state() == TrialState.COMPLETE && trial.metrics().value("loss").orElseThrow() < 0.5 && trial.configuration().value("k").orElseThrow().text().equals("b")) {
                    wanted.add(trial.trial());
                }
            });
            wanted.sort(java.util.Comparator.comparingDouble(n -> -store.trial(n).orElseThrow().metrics().value("loss").orElseThrow()));
            var answer = read(pages.trials(query("where", "loss < 0.5 and k == b", "sort", "-loss", "from", "1", "count", "3")));
            assertThat(text(answer, "matching")).isEqualTo(Integer.toString(wanted.size()));
            assertThat(numbers(answer)).containsExactlyElementsOf(wanted.subList(1, 4).stream().map(String::valueOf).toList());
        }

        @Test
        void withoutAValueComeLast_whicheverWay() {
            complete(ask("w"), 0.5);
            ask("w");
            complete(ask("w"), 0.7);
            assertThat(numbers(read(pages.trials(query("sort", "loss"))))).containsExactly("0", "2", "1");
            assertThat(numbers(read(pages.trials(query("sort", "loss:desc"))))).containsExactly("2", "0", "1");
        }

        @Test
        void areFoundByTheReasonOfTheirFailure() {
            var lease = ask("w");
            desk.tell(lease.trial(), lease.attempt(), Outcome.Failed.because("no \"value\" for loss"));
            complete(ask("w"), 1);
            assertThat(numbers(read(pages.trials(query("where", "reason == \"no \"\"value\"\" for loss\""))))).containsExactly("0");
        }

        @Test
        void ofAWrongColumnAreRefusedWithTheNearestOne() {
            complete(ask("w"), 1);
            assertThatThrownBy(() -> pages.trials(query("where", "los < 1"))).hasMessageContaining("loss");
            assertThatThrownBy(() -> pages.trials(query("sort", "los"))).hasMessageContaining("Did you mean 'loss'?");
            assertThatThrownBy(() -> pages.trials(query("count", "-1"))).hasMessageContaining("count must be a whole number");
        }
    }

    @Nested
    class Charts {
        @Test
        void ofTheHistoryHoldTheExtremes_howeverFewPointsTheyHave() {
            for (int i = 0; i < 500; i++) {
                complete(ask("w"), i == 317 ? 999 : i == 123 ? -99 : (i * 37) % 101);
            }
            var objective = at(read(pages.chart("history", query("points", "40"))), "objectives", "0");
            var points = text(objective, "points");
            assertThat(points).contains("[317,999.0]", "[123,-99.0]");
            assertThat(((Node.Arr) at(objective, "points")).items()).hasSizeLessThanOrEqualTo(40);
            assertThat(text(objective, "of")).isEqualTo("500");
            assertThat(text(objective, "steps")).endsWith("[123,-99.0]]");
        }

        @Test
        void ofSlotsSayWhoRanWhat_andWhyASlotWasIdle() {
            var first = ask("w1");
            pass(10);
            complete(first, 1);
            desk.pauseStudy();
            pass(100);
            desk.resumeStudy();
            var second = ask("w1");
            pass(10);
            complete(second, 1);
            var slots = read(pages.chart("slots", query()));
            assertThat(text(slots, "lanes")).isEqualTo("[{\"worker\":\"w1\",\"slot\":0}]");
            assertThat(((Node.Arr) at(slots, "bars")).items()).hasSize(2);
            assertThat(text(slots, "gaps", "0")).contains("the study was paused");
            assertThat(text(slots, "busy")).startsWith("0.16");
        }

        @Test
        void ofSlotsGiveAnAttemptTheLowestSlotThatIsFree() {
            var first = ask("w");
            ask("w");
            pass(1);
            complete(first, 1);
            ask("w");
            var slots = read(pages.chart("slots", query()));
            assertThat(((Node.Arr) at(slots, "lanes")).items()).hasSize(2);
        }

        @Test
        void ofCurvesHoldWhatWasReported_andBeginAnewWithANewAttempt() {
            var lease = ask("w");
            desk.measure(lease.trial(), lease.attempt(), 1, Metrics.of("loss", 9));
            desk.tell(lease.trial(), lease.attempt(), Outcome.Failed.because("broken"));
            desk.retry(lease.trial());
            var again = ask("w");
            desk.measure(again.trial(), again.attempt(), 1, Metrics.of("loss", 3));
            desk.measure(again.trial(), again.attempt(), 2, Metrics.of("loss", 2));
            assertThat(text(read(pages.chart("curves", query())), "lines")).isEqualTo("[[0,\"running\",[1.0,2.0],[3.0,2.0]]]");
        }

        @Test
        void ofFailuresGroupThemByReason_theMostFrequentFirst() {
            for (var reason : List.of("rare", "often", "often")) {
                var lease = ask("w");
                desk.tell(lease.trial(), lease.attempt(), new Outcome.Failed(reason, "last words"));
            }
            var failures = read(pages.chart("failures", query()));
            assertThat(text(failures, "groups", "0", "reason")).isEqualTo("\"often\"");
            assertThat(text(failures, "groups", "0", "trials")).isEqualTo("[1,2]");
            assertThat(text(failures, "groups", "0", "last_lines")).isEqualTo("\"last words\"");
        }

        @Test
        void withAnUnknownNameAreRefused() {
            assertThatThrownBy(() -> pages.chart("histroy", query())).hasMessageContaining("Did you mean 'history'?");
        }
    }

    @Test
    void aTrialSaysWhatHappenedToIt_andWhatItReported() {
        var lease = ask("w");
        desk.measure(lease.trial(), lease.attempt(), 1, Metrics.of("loss", 9));
        complete(lease, 8);
        complete(ask("w"), 7);
        var json = new JsonWriter().startObject();
        pages.trial(store.trial(0).orElseThrow(), json);
        var trial = read(json.endObject().finish());
        assertThat(text(trial, "measurements")).isEqualTo("[{\"attempt\":1,\"step\":1,\"values\":{\"loss\":9.0}}]");
        assertThat(((Node.Arr) at(trial, "happened")).items()).hasSize(3);
    }
}
