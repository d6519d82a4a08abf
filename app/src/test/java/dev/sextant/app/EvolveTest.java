package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Studies that go on in a changed space, and studies that start from earlier ones; with real programs.
class EvolveTest {
    private static final String ECHO = " --quiet -- sh -c 'echo FoM: $SEXTANT_PARAM_x'";
    private static final String FIRST = "tune --name q -p x=0.0..1.0 --strategy random --seed 3 --trials 8" + ECHO;

    @TempDir
    Path folder;
    private Commands commands;

    @BeforeEach
    void aStoredStudy() {
        commands = new Commands(folder);
        assertThat(commands.line(FIRST).code()).isZero();
    }

    @Nested
    class Evolve {
        @Test
        void aWiderSpace_keepsEveryTrial_andTheStudyGoesOn() {
            var ran = commands.line("tune q --evolve -p x=0.0..2.0 --trials 12");
            assertThat(ran.code()).isZero();
            assertThat(ran.err()).contains("Study 'q' goes on in version 2 of its space; 8 of its 8 results fit and are evidence.");
            assertThat(ran.out()).contains("12 complete");
        }

        @Test
        void theSameCommandAgain_goesOn() {
            var line = "tune --name q -p x=0.0..2.0 --strategy random --seed 3 --evolve --trials ";
            assertThat(commands.line(line + 9 + ECHO).code()).isZero();
            var again = commands.line(line + 10 + ECHO);
            assertThat(again.code()).isZero();
            assertThat(again.out()).contains("10 complete");
            assertThat(commands.line("events q --json").lines()).filteredOn(l -> l.contains("\"evolved\"")).hasSize(1);
        }

        @Test
        void aNewParameter_isBlankInOldTrials_andHasItsDefaultInTheBest() {
            commands.line("tune q --evolve -p drop=0.0..0.5@0.25 --trials 8 --quiet");
            assertThat(commands.line("trials q --columns trial,x,drop").lines()).element(1).asString().matches("0 +0\\.5 +-");
            assertThat(commands.line("best q").out()).contains("drop  0.25");
            assertThat(commands.line("export q --format csv").lines().getFirst()).contains("parameters.x,parameters.drop");
        }

        @Test
        void aParameterThatIsGone_staysInTheTable(@TempDir Path other) throws IOException {
            var file = Files.writeString(other.resolve("two.yaml"), """
                    command: [sh, -c, 'echo FoM=$SEXTANT_PARAM_x']
                    space: {x: {real: [0.0, 1.0]}, y: {int: [1, 3]}}
                    seed: 1
                    strategy: random
                    budget: {trials: 4}
                    """);
            commands.run("tune", file.toString(), "--quiet");
            Files.writeString(file, Files.readString(file).replace(", y: {int: [1, 3]}", ""));
            var ran = commands.run("tune", file.toString(), "--evolve", "--trials", "6");
            assertThat(ran.err()).contains("4 of its 4 results fit");
            assertThat(commands.line("trials two --columns trial,y").lines()).element(1).asString().matches("0 +2");
            assertThat(commands.line("export two --format csv").out()).startsWith("trial,attempt,").contains("parameters.x,parameters.y");
            assertThat(commands.line("report two --output r.html").code()).isZero();
        }

        @Test
        void theBest_isOneThatFits() {
            commands.line("tune q --evolve -p x=0.25..1.0 --trials 8 --quiet");
            assertThat(commands.line("best q --columns x").code()).isEqualTo(2);
            var best = commands.line("best q").out();
            assertThat(best).containsPattern("Best FoM of study 'q': 0\\.(2[5-9]|[3-9])");
            assertThat(commands.line("plot q --output p.svg").code()).isZero();
        }

        @Test
        void aRefusal_saysWhatWouldBeKept() {
            var refused = commands.line("tune q -p x=0.25..1.0");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).containsPattern("To go on with the stored one as it would be now, say --evolve: [1-7] of its 8 results fit and are evidence");
        }

        @Test
        void explain_showsTheChange() {
            var explained = commands.line("explain q -p x=0.25..1.0");
            assertThat(explained.code()).isZero();
            assertThat(explained.out()).contains("changed      parameter x: stored 0.0..1.0, given 0.25..1.0")
                    .containsPattern("evolve       the stored study 'q' may go on so \\(--evolve\\): [1-7] of its 8 results fit");
        }

        @Test
        void nothingToEvolve_isSaid() {
            assertThat(commands.line("tune q --evolve").err()).contains("Study 'q' is stored just so; there is nothing to evolve.");
        }

        @Test
        void anotherObjective_isAnotherStudy() {
            var refused = commands.line("tune q --evolve --metric loss:min");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("Study 'q' cannot be evolved so:", "objective: stored", "--warm-start q");
        }

        @Test
        void whereNothingWouldBeKept_itIsRefused() {
            var refused = commands.line("tune q --evolve -p y=0.0..1.0");
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("none of its 8 results fits the changed space", "A new parameter needs a default (@V)");
            assertThat(commands.line("events q --json").out()).doesNotContain("evolved");
        }

        @Test
        void whatTheProgramDidBefore_mayBeSaid() {
            commands.line("tune q --evolve -p y=0.0..1.0:was=0.5 --trials 9 --quiet");
            assertThat(commands.line("best q").out()).contains("y  0.5");
        }

        @Test
        void aStudyThatIsNotThere_cannotEvolve() {
            assertThat(commands.line("tune --name r -p x=0.0..1.0 --evolve" + ECHO).err()).contains("There is no study 'r' yet whose space could be changed.");
        }

        @Test
        void throughAPipe_too() {
            var create = "{\"create\":{\"study\":\"p\",\"space\":{\"x\":{\"int\":[0,9]}%s},\"objective\":{\"metric\":\"loss\"},\"seed\":1%s}}\n";
            commands.feed(create.formatted("", "") + "{\"add\":{\"study\":\"p\",\"parameters\":{\"x\":3},\"values\":{\"loss\":3}}}\n", "pipe");
            var more = ",\"y\":{\"int\":[0,9],\"default\":2}";
            assertThat(commands.feed(create.formatted(more, ""), "pipe").out()).contains("study_exists", "parameter y: stored none");
            var evolved = commands.feed(create.formatted(more, ",\"evolve\":true") + "{\"best\":{\"study\":\"p\"}}\n{\"ask\":{\"study\":\"p\"}}\n", "pipe");
            assertThat(evolved.lines()).first().isEqualTo("{\"study\":\"p\"}");
            assertThat(evolved.lines()).element(1).asString().contains("\"parameters\":{\"x\":3,\"y\":2}");
            assertThat(evolved.lines()).element(2).asString().contains("\"y\":");
        }
    }

    @Nested
    class WarmStart {
        private static final String SECOND = "tune --name r -p x=0.0..2.0 --strategy tpe --seed 5 --trials 4 --warm-start ";

        @Test
        void theBestOfTheEarlierStudy_isTriedAfterTheDefaults() {
            var ran = commands.line(SECOND + "q -- sh -c 'echo FoM: $SEXTANT_PARAM_x'");
            assertThat(ran.code()).isZero();
            assertThat(ran.err()).contains("It starts from 8 of 8 results of study 'q'.");
            assertThat(commands.line("trials r --columns trial,why").lines()).element(2).asString().contains("the best of study 'q'");
            assertThat(ran.out()).contains("4 complete");
        }

        @Test
        void theEarlierStudyMayBeGoneAfterwards() {
            commands.line(SECOND + "q" + ECHO);
            assertThat(commands.line("delete q --yes").code()).isZero();
            assertThat(commands.line(SECOND + "q" + ECHO).code()).isZero();
            assertThat(commands.line("tune r --trials 6 --quiet").out()).contains("6 complete");
        }

        @Test
        void whatIsRemembered_standsInTheLog() {
            commands.line(SECOND + "q" + ECHO);
            assertThat(commands.line("events r --json").lines()).filteredOn(l -> l.contains("\"event\":\"remembered\",\"source\":\"q\"")).hasSize(8);
        }

        @Test
        void aStudyThatIsUnknown_orHasNothing_orMeasuredSomethingElse_isRefused() {
            assertThat(commands.line(SECOND + "qq" + ECHO).err()).contains("There is no study 'qq'", "Did you mean 'q'?");
            commands.line("create --name empty -p x=0.0..1.0");
            assertThat(commands.line(SECOND + "empty" + ECHO).err()).contains("Study 'r' cannot start from study 'empty': it has no complete trial.");
            assertThat(commands.line("tune --name r -p x=0.0..1.0 --metric loss:min --warm-start q" + ECHO).err())
                    .contains("it has no values of loss, only of FoM");
            assertThat(commands.line("tune --name r -p x=5.0..6.0 --warm-start q" + ECHO).err())
                    .contains("none of its 8 complete trials fits the space");
            assertThat(commands.line("tune --name r -p x=0.0..1.0 --warm-start r" + ECHO).err()).contains("cannot start from itself");
            assertThat(commands.line("tune --name r -p x=0.0..1.0 --warm-start q,q" + ECHO).err()).contains("study 'q' is named twice");
        }

        @Test
        void anEarlierStudyMayJoinLater_byEvolution() {
            commands.line("tune --name r -p x=0.0..1.0 --seed 5 --trials 3" + ECHO);
            assertThat(commands.line("tune r --warm-start q").err()).contains("warm_start: stored none, given q");
            var ran = commands.line("tune r --warm-start q --evolve --trials 5");
            assertThat(ran.code()).isZero();
            assertThat(commands.line("events r --json").lines()).filteredOn(l -> l.contains("\"remembered\"")).hasSize(8);
        }

        @Test
        void throughAPipe_too() {
            var create = """
                    {"create":{"study":"m","store":"memory","space":{"x":{"real":[0,1]}},"warm_start":["%s"]}}
                    {"ask":{"study":"m","count":2}}
                    """;
            assertThat(commands.feed(create.formatted("q"), "pipe").lines()).first().isEqualTo("{\"study\":\"m\"}");
            assertThat(commands.feed(create.formatted("qqq"), "pipe").out()).contains("\"code\":\"unknown_study\"");
        }
    }
}
