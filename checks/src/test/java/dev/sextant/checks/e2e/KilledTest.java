package dev.sextant.checks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.testkit.process.Await;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class KilledTest {
    private static final Pattern ENDED = Pattern.compile("\"event\":\"ended\",\"trial\":(\\d+).*?\"loss\":([-+.0-9eE]+)");

    @TempDir
    private Path folder;

    @Test
    void aStudyThatIsKilledAgainAndAgain_losesNoResult_andEndsWithExactlyItsBudget() {
        var shells = new Shells(folder);
        var acknowledged = new TreeMap<Integer, String>();
        for (int kill = 1; kill <= 4; kill++) {
            int more = 3 * kill;
            var tune = tune(shells);
            Await.until(more + " results were acknowledged", () -> ENDED.matcher(tune.out()).results().count() >= more, tune::err);
            tune.kill();
            note(tune.out(), acknowledged);
        }
        var last = tune(shells).end();
        note(last.good(), acknowledged);

        var trials = shells.trials("killed");
        assertThat(trials.all()).hasSize(60).allSatisfy(trial -> assertThat(trial.state()).isEqualTo("complete"));
        assertThat(acknowledged).hasSizeGreaterThan(50).allSatisfy((number, loss) ->
                assertThat(trials.trial(number).loss()).as("trial %d", number).isEqualTo(loss));
    }

    private static Running tune(Shells shells) {
        return shells.tune("--name killed --trials 60 --slots 3 --json", "sleep 0.05; echo loss=$SEXTANT_PARAM_x");
    }

    private static void note(String events, Map<Integer, String> acknowledged) {
        ENDED.matcher(events).results().forEach(ended -> assertThat(acknowledged.put(Integer.valueOf(ended.group(1)), ended.group(2)))
                .as("trial %s was acknowledged before", ended.group(1)).isNull());
    }

    @Test
    void programsOfAKilledRun_areGoneAtTheNextStart_andTheirTrialsRunAgain() {
        var shells = new Shells(folder);
        var programs = new Programs(folder);
        var killed = shells.tune("--name orphans --trials 2 --slots 2 --grace 1s", programs.stubborn());
        programs.awaitBegun(2, killed);
        var orphans = programs.processes();
        killed.kill();
        programs.forget();

        var next = shells.start("tune", "orphans");
        programs.awaitBegun(2, next);
        assertThat(orphans).noneMatch(Programs::isAlive);
        programs.go();
        next.end().good();

        assertThat(shells.trials("orphans").all()).hasSize(2)
                .allSatisfy(trial -> assertThat(trial.state()).isEqualTo("complete"))
                .allSatisfy(trial -> assertThat(trial.attempt()).isEqualTo(2));
    }
}
