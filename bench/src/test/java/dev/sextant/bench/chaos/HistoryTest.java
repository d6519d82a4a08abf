package dev.sextant.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A small sound history, damaged in each way that matters.
final class HistoryTest {
    private static final int BUDGET = 3;
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    /// Trial 0 was lost under a worker that was killed and is complete as attempt 2; trial 1 a client enqueued and ran; trial 2
    /// was added.
    private static final List<String> LOG = List.of(
            event(0, "\"event\":\"proposed\",\"trial\":0,\"parameters\":{\"x\":0.5},\"origin\":\"defaults\""),
            event(1, "\"event\":\"leased\",\"trial\":0,\"attempt\":1,\"worker\":\"w1\""),
            event(2, "\"event\":\"proposed\",\"trial\":1,\"parameters\":{\"x\":0.25},\"origin\":\"enqueued\""),
            event(3, "\"event\":\"lost\",\"trial\":0,\"attempt\":1"),
            event(4, "\"event\":\"leased\",\"trial\":1,\"attempt\":1,\"worker\":\"c1\""),
            event(5, "\"event\":\"leased\",\"trial\":0,\"attempt\":2,\"worker\":\"w2\""),
            event(6, "\"event\":\"ended\",\"trial\":1,\"attempt\":1,\"outcome\":\"complete\",\"values\":{\"loss\":0.125}"),
            event(7, "\"event\":\"ended\",\"trial\":0,\"attempt\":2,\"outcome\":\"complete\",\"values\":{\"loss\":0.75}"),
            event(8, "\"event\":\"proposed\",\"trial\":2,\"parameters\":{\"x\":0.1},\"origin\":\"added\""),
            event(9, "\"event\":\"ended\",\"trial\":2,\"attempt\":0,\"outcome\":\"complete\",\"values\":{\"loss\":2}"));
    private static final List<Written> WRITTEN = List.of(
            written(0, 1, 0.625, "w1"), written(1, 1, 0.125, "c1"), Written.of("0 2 0.75 1795694401.5 /tmp/x/home/worker/w2/runs/0/0"));
    private static final List<Kill> KILLS = List.of(new Kill("w1", NOON, NOON.plusSeconds(1)));
    private static final List<Note> NOTES = List.of(new Note.Enqueued(0.25, 1), new Note.Given("c1", new Attempt(1, 1)),
            new Note.Told(new Attempt(1, 1), 0.125), new Note.Added(0.1, 2, 2));
    private static final History SOUND = new History(LOG, LOG.subList(0, 8), WRITTEN, KILLS, NOTES);

    private static String event(int position, String members) {
        return "{\"position\":%d,\"time\":\"2026-11-26T12:00:00.%03dZ\",%s}".formatted(position, position, members);
    }

    private static Written written(int trial, int attempt, double value, String worker) {
        return new Written(new Attempt(trial, attempt), value, NOON, worker);
    }

    private static <T> List<T> changed(List<T> list, UnaryOperator<List<T>> change) {
        return change.apply(new ArrayList<>(list));
    }

    private static <T> List<T> without(List<T> list, int index) {
        return changed(list, all -> {
            all.remove(index);
            return all;
        });
    }

    private static <T> List<T> with(List<T> list, T one) {
        return changed(list, all -> {
            all.add(one);
            return all;
        });
    }

    private static <T> List<T> replaced(List<T> list, int index, T other) {
        return changed(list, all -> {
            all.set(index, other);
            return all;
        });
    }

    /// The sound history with another log, of which nobody heard anything.
    private static List<String> wrongWith(List<String> log) {
        return new History(log, List.of(), WRITTEN, KILLS, NOTES).wrong(BUDGET);
    }

    private static List<String> wrongWithNotes(List<Note> notes) {
        return new History(LOG, LOG, WRITTEN, KILLS, notes).wrong(BUDGET);
    }

    @Test
    void aSoundHistory_isSound() {
        assertThat(SOUND.wrong(BUDGET)).isEmpty();
    }

    @Test
    void aResultThatIsNotInTheLog_isMissed_byWhoeverWroteItAndWhoeverWasToldOfIt() {
        assertThat(wrongWith(without(LOG, 6))).hasSize(3)
                .anyMatch(w -> w.startsWith("written down, and lost by a worker that nobody killed"))
                .anyMatch(w -> w.startsWith("a client was told what does not hold: Told"))
                .anyMatch(w -> w.startsWith("2 trials are complete, not 3"));
        assertThat(wrongWith(without(LOG, 7))).anyMatch(w -> w.contains("trial=0, attempt=2"));
    }

    @Test
    void aValueWrittenDown_maybeLost_onlyIfItsWorkerWasKilledMeanwhile() {
        var before = new Kill("w1", NOON.minusSeconds(9), NOON.minusSeconds(8));
        var other = new Kill("w2", NOON, NOON.plusSeconds(1));
        var late = new Kill("w1", NOON.plusSeconds(4), NOON.plusSeconds(5));
        for (var kill : List.of(before, other, late)) {
            assertThat(new History(LOG, LOG, WRITTEN, List.of(kill), NOTES).wrong(BUDGET)).singleElement().asString()
                    .startsWith("written down, and lost by a worker that nobody killed").contains("w1");
        }
    }

    @Test
    void aResultThatIsThereTwice_isNoticed() {
        assertThat(wrongWith(with(LOG, LOG.get(7)))).singleElement().asString().startsWith("cannot be").contains("\"ended\"");
        assertThat(wrongWith(with(LOG, LOG.get(7).replace("\"attempt\":2", "\"attempt\":3")))).anyMatch(w -> w.startsWith("cannot be"));
    }

    @Test
    void aChangedValue_isNoticed() {
        assertThat(wrongWith(replaced(LOG, 7, LOG.get(7).replace("0.75", "0.7500000000000001")))).singleElement().asString().contains("whoever ran it wrote 0.75");
        assertThat(wrongWith(replaced(LOG, 9, LOG.get(9).replace(":2}", ":3}")))).singleElement().asString().contains("whoever ran it wrote 2.0");
    }

    @Test
    void anAttemptThatIsLeasedTwice_orOutOfTurn_orAfterTheEnd_isNoticed() {
        assertThat(wrongWith(replaced(LOG, 5, LOG.get(1)))).anyMatch(w -> w.startsWith("cannot be") && w.contains("\"leased\""));
        assertThat(wrongWith(replaced(LOG, 5, LOG.get(5).replace("\"attempt\":2", "\"attempt\":3")))).anyMatch(w -> w.startsWith("cannot be"));
        assertThat(wrongWith(with(LOG, LOG.get(5).replace("\"attempt\":2", "\"attempt\":3")))).singleElement().asString().startsWith("cannot be");
    }

    @Test
    void anEventThatWasHeard_mayNeitherGoNorChange() {
        assertThat(new History(LOG, with(LOG, event(10, "\"event\":\"closed\"")), WRITTEN, KILLS, NOTES).wrong(BUDGET)).singleElement().asString()
                .startsWith("heard and not in the log").contains("closed");
        assertThat(new History(LOG, replaced(LOG, 3, LOG.get(3).replace(".003Z", ".004Z")), WRITTEN, KILLS, NOTES).wrong(BUDGET)).singleElement().asString()
                .startsWith("heard and not in the log").contains(".004Z");
    }

    @Test
    void aBudgetThatIsNotKept_isNoticed() {
        assertThat(SOUND.wrong(2)).containsExactly("3 trials are complete, not 2");
        assertThat(SOUND.wrong(4)).containsExactly("3 trials are complete, not 4");
    }

    @Test
    void anAttemptThatTwoWereGiven_isNoticed() {
        assertThat(wrongWithNotes(with(NOTES, new Note.Given("c1", new Attempt(1, 1))))).singleElement().asString().contains("Given");
        assertThat(wrongWithNotes(with(NOTES, new Note.Given("c2", new Attempt(0, 2))))).singleElement().asString().contains("Given", "c2");
    }

    @Test
    void aConfigurationThatBecameTwoTrials_orNone_orAnother_isNoticed() {
        var twice = with(LOG, event(10, "\"event\":\"proposed\",\"trial\":3,\"parameters\":{\"x\":0.25},\"origin\":\"enqueued\""));
        assertThat(wrongWith(twice)).singleElement().asString().startsWith("in the log, and no client was told so").contains("\"trial\":3");
        assertThat(wrongWithNotes(with(NOTES, new Note.Enqueued(0.3, 7)))).singleElement().asString().startsWith("a client was told so, and it is not in the log");
        assertThat(wrongWithNotes(replaced(NOTES, 0, new Note.Enqueued(0.3, 1)))).singleElement().asString().startsWith("in the log, and no client was told so");
        assertThat(wrongWithNotes(with(NOTES, new Note.Enqueued(0.25, 1)))).singleElement().asString().startsWith("a client was told what does not hold");
    }

    @Test
    void somethingAddedTwice_isNoticed() {
        var twice = new ArrayList<>(LOG);
        twice.add(LOG.get(8).replace("\"trial\":2", "\"trial\":3"));
        twice.add(LOG.get(9).replace("\"trial\":2", "\"trial\":3"));
        assertThat(wrongWith(twice)).anyMatch(w -> w.startsWith("in the log, and no client was told so")).anyMatch(w -> w.startsWith("4 trials are complete"));
    }
}
