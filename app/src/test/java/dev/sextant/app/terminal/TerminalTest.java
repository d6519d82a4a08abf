package dev.sextant.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.event.StudyEvent.Source;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Budget;
import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Limit;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Origin;
import dev.sextant.model.trial.Outcome;
import dev.sextant.model.trial.Tie;
import dev.sextant.model.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TerminalTest {
    private static final Look PLAIN = new Look(false, true);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SearchSpace space = SearchSpace.of(Parameter.of("lr", new RealRange(1e-5, 1, Scale.LOG)));
    private final StudySpec spec = new StudySpec("digits", space, List.of(new Objective("accuracy", Objective.Goal.MAX)),
            List.of(), StrategySpec.of("auto"), 1, new Duplicates.Forbid(), Optional.empty(), Optional.empty());
    private final Watch watch = new Watch(spec, 2);
    private long position;
    private Instant now = START;

    TerminalTest() {
        take(new StudyEvent.Created(spec, Settings.STANDARD.with(Budget.of(new Limit.Trials(40)))));
        take(new StudyEvent.Opened("here"));
    }

    private void take(StudyEvent event) {
        watch.take(new Logged(position++, now, event));
    }

    private void start(int trial, double lr) {
        var configuration = space.accept(Map.of("lr", new Value.Real(lr)));
        take(new StudyEvent.Proposed(trial, configuration, OptionalLong.empty(), Origin.STRATEGY, "", "", Source.NONE));
        take(new StudyEvent.Leased(trial, 1, "w", Tie.PROCESS));
    }

    private void end(int trial, Outcome outcome) {
        now = now.plusSeconds(2);
        take(new StudyEvent.Ended(trial, 1, outcome, Optional.empty()));
    }

    private void someTrials() {
        for (int i = 0; i < 20; i++) {
            start(i, 0.001 * (i + 1));
            end(i, i % 10 == 9
                    ? new Outcome.Failed("exit code 3", "Traceback\nValueError: loss is nan\n")
                    : new Outcome.Completed(Metrics.of("accuracy", 0.8 + 0.01 * (i % 10))));
        }
        start(20, 0.5);
        start(21, 0.6);
    }

    @Test
    void whatAFailedProgramPrintedLast_cannotSteerTheTerminal() {
        assertThat(Failure.of(3, "exit code 1", "first\n\u001b[2Jboom\n").what()).isEqualTo("exit code 1 |  [2Jboom");
    }

    @Test
    void theBlock_showsBarBestAndFailures() {
        someTrials();
        assertThat(new LiveBlock(PLAIN, 80).render(watch.at(now))).containsExactly(
                "        digits  ━━━━━━━━━━━━━━━━━━━━╺╺··················  20 of 40".replace("━━━━━━━━━━━━━━━━━━━━", "━".repeat(20)),
                "        2 running   2 failed   40 s   about 19 s left",
                "best    accuracy 0.88   trial 8   ▁▂▃▄▅▅▆▇██████████",
                "        lr=0.009000000000000001",
                "failed  trial 9: exit code 3 | ValueError: loss is nan",
                "failed  trial 19: exit code 3 | ValueError: loss is nan");
    }

    @Test
    void aPausedStudy_saysSoAndHowToGoOn_insteadOfATimeThatWillNotCome() {
        someTrials();
        take(new StudyEvent.StudyPaused());
        assertThat(new LiveBlock(PLAIN, 80).render(watch.at(now)).get(1)).contains("paused; sextant resume digits   2 running").doesNotContain("left");
        take(new StudyEvent.StudyResumed());
        assertThat(new LiveBlock(PLAIN, 80).render(watch.at(now)).get(1)).doesNotContain("paused").contains("left");
    }

    @Test
    void anAttemptThatWasBrokenOff_saysNothingOfTheTimeThatIsLeft() {
        start(0, 0.1);
        end(0, new Outcome.Returned("interrupted"));
        assertThat(new LiveBlock(PLAIN, 80).render(watch.at(now)).get(1)).doesNotContain("left");
    }

    @Test
    void theBlock_neverWrapsAndNeverFails_howeverNarrow() {
        someTrials();
        for (int width = 1; width < 200; width++) {
            int columns = Math.max(20, width - 1);
            assertThat(new LiveBlock(PLAIN, width).render(watch.at(now))).allMatch(l -> l.length() <= columns);
        }
    }

    @Test
    void theBlock_needsNeitherColourNorUnicode() {
        someTrials();
        assertThat(new LiveBlock(new Look(false, false), 80).render(watch.at(now)).toString())
                .matches("\\p{ASCII}*").contains("xx").contains(">>");
        assertThat(new LiveBlock(new Look(true, true), 80).render(watch.at(now)).toString()).contains("\u001b[36m");
    }

    @Test
    void theScreen_drawsOverWhatItDrew_andLeavesNothingOfIt() {
        someTrials();
        var bytes = new ByteArrayOutputStream();
        var screen = new LiveScreen(new PrintStream(bytes, true, StandardCharsets.UTF_8), PLAIN, () -> 80);
        screen.draw(watch, now);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("\r").endsWith("\u001b[6F");
        bytes.reset();
        screen.say("Stopping.");
        screen.close();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[JStopping.\n\r\u001b[J");
    }

    @Test
    void noLineOfTheScreenIsWrapped_evenIfTheTerminalBecameNarrowerMeanwhile() {
        someTrials();
        var bytes = new ByteArrayOutputStream();
        new LiveScreen(new PrintStream(bytes, true, StandardCharsets.UTF_8), PLAIN, () -> 80).draw(watch, now);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).containsSubsequence("\u001b[?7l", "digits", "\u001b[?7h");
    }

    @Test
    void whatTheEnvironmentSays_isObeyed() {
        assertThat(Look.of(Map.of("TERM", "xterm", "LANG", "en_US.UTF-8"))).isEqualTo(new Look(true, true));
        assertThat(Look.of(Map.of("TERM", "xterm", "NO_COLOR", "1", "LC_ALL", "C.utf8"))).isEqualTo(new Look(false, true));
        assertThat(Look.of(Map.of("TERM", "dumb", "LANG", "en_US.UTF-8"))).isEqualTo(new Look(false, false));
        assertThat(Look.of(Map.of("TERM", "xterm"))).isEqualTo(new Look(true, false));
    }

    @Test
    void aControlCharacterInOutput_reachesNoTerminal() {
        start(0, 0.1);
        end(0, new Outcome.Failed("exit code 1", "\u001b[2Jgone\u0007"));
        assertThat(new LiveBlock(PLAIN, 80).render(watch.at(now)).toString()).doesNotContain("\u001b").doesNotContain("\u0007");
    }

    @Test
    void severalLines_areOne() {
        assertThat(OneLine.of("It broke.\n  Perhaps so?\r\n\nOr so.\n")).isEqualTo("It broke; Perhaps so?; Or so.");
        assertThat(OneLine.of("as it\tis.")).isEqualTo("as it is.");
        assertThat(OneLine.of("\n")).isEmpty();
    }
}
