package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The verbs, one after the other, with real programs.
class VerbsTest {
    private static final String ECHO = "'echo FoM: $SEXTANT_PARAM_x'";

    @TempDir
    Path folder;
    private Commands commands;

    @BeforeEach
    void aFolderOfItsOwn() {
        commands = new Commands(folder);
    }

    @Nested
    class Importance {
        private void study() {
            commands.line("tune --name w -p x=0.0..1.0 -p idle=1..9 --trials 40 --strategy random --seed 3 --quiet -- sh -c " + ECHO);
        }

        @Test
        void theParameterThatIsTheResult_comesFirst() {
            study();
            assertThat(commands.line("importance").lines().get(0)).isEqualTo("FoM of study 'w', ped-anova: what sets the best 10 % of 40 trials apart");
            assertThat(commands.line("importance").lines().get(2)).startsWith("x ").contains("%").endsWith("█");
            assertThat(commands.line("importance --json --method fanova").out())
                    .startsWith("{\"study\":\"w\",\"metric\":\"FoM\",\"goal\":\"min\",\"method\":\"fanova\",\"trials\":40,\"parameters\":[{\"parameter\":\"x\",\"share\":")
                    .contains("\"pairs\":[{\"parameters\":[\"x\",\"idle\"],\"share\":");
        }

        @Test
        void whatCannotBeMeasured_isSaid() {
            study();
            assertThat(commands.line("importance --metric FoMM").err()).contains("no metric 'FoMM'; metrics: FoM", "Did you mean 'FoM'?");
            assertThat(commands.line("importance --method anova").err()).contains("There is no method 'anova'; methods: ped-anova, fanova.");
            assertThat(commands.line("importance --method fanova --top 0.2").err()).contains("for the method 'ped-anova' only");
            assertThat(commands.line("importance --top 3").code()).isEqualTo(2);
            commands.line("create --name young -p x=0.0..1.0 --strategy random");
            assertThat(commands.line("importance young").err()).contains("at least 4 complete trials; there are 0");
        }

        @Test
        void thePipeAnswersTheSame() {
            study();
            var verb = commands.line("importance w --json").out().strip();
            assertThat(commands.feed("{\"importance\":{\"study\":\"w\"}}\n", "pipe").out().strip()).isEqualTo(verb);
        }
    }

    @Nested
    class Tune {
        @Test
        void fiveTrials_areRunAndTheBestIsShown() {
            var ran = commands.line("tune --name q -p x=0.0..1.0 --trials 5 --seed 3 -- sh -c " + ECHO);
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).contains("5 complete", "Best  FoM = ", "sextant tune q --trials 10");
            assertThat(ran.err()).contains("Study 'q' begins (strategy auto, seed 3)", "q: trial 0 complete FoM=0.5");
            assertThat(folder.resolve(".sextant/studies/q/runs/0000/000004/stdout")).content().startsWith("FoM: ");
        }

        @Test
        void theSameCommandAgain_continuesTheSameStudy() {
            commands.line("tune -p x=0.0..1.0 --trials 3 --quiet -- sh -c " + ECHO);
            var again = commands.line("tune -p x=0.0..1.0 --trials 5 --quiet -- sh -c " + ECHO);
            assertThat(again.out()).contains("5 complete");
            assertThat(commands.line("list --names").lines()).hasSize(1);
        }

        @Test
        void aWordWithParameters_isTheNameOfANewStudy_andAgainThatOfTheStoredOne() {
            for (int trials : new int[] {1, 2}) {
                var ran = commands.line("tune lab -p x=0.0..1.0 --trials " + trials + " --quiet -- sh -c " + ECHO);
                assertThat(ran.code()).isZero();
                assertThat(ran.out()).contains(trials + " complete");
            }
            assertThat(commands.line("list --names").lines()).containsExactly("lab");
        }

        @Test
        void anotherSpace_isRefusedWithTheDifferenceAndTheWaysOut() {
            commands.line("tune --name q -p x=0.0..1.0 --trials 1 --quiet -- sh -c " + ECHO);
            var other = commands.line("tune --name q -p x=0.0..2.0 --trials 1 --quiet -- sh -c " + ECHO);
            assertThat(other.code()).isEqualTo(2);
            assertThat(other.err()).contains("parameter x: stored 0.0..1.0, given 0.0..2.0", "--name", "--new", "--evolve");
        }

        @Test
        void newGivesAnotherSpaceANameOfItsOwn() {
            commands.line("tune --name q -p x=0.0..1.0 --trials 1 --quiet -- sh -c " + ECHO);
            var other = commands.line("tune --new --name q -p x=0.0..2.0 --trials 1 --quiet -- sh -c " + ECHO);
            assertThat(other.code()).isZero();
            assertThat(commands.line("list --names").lines()).containsExactlyInAnyOrder("q", "q-2");
        }

        @Test
        void aPausedStudy_isResumed_andThatIsSaid() {
            commands.line("create --name q -p x=0.0..1.0 --trials 1 -- sh -c " + ECHO);
            commands.line("pause q");
            var ran = commands.line("tune q");
            assertThat(ran.err()).contains("Study 'q' was paused; it is resumed.");
            assertThat(ran.out()).contains("1 complete");
            assertThat(commands.line("tune q --trials 2").err()).doesNotContain("paused");
        }

        @Test
        void theSameWordsInAnotherFolder_goOnWithTheStudyOfTheFirst_andThatIsSaid() throws IOException {
            var line = "tune -p x=0.0..1.0 --trials 1 -- sh -c " + ECHO;
            assertThat(commands.line(line).err()).doesNotContain("was made in");
            assertThat(commands.line(line).err()).doesNotContain("was made in");
            assertThat(commands.in(Files.createDirectory(folder.resolve("two"))).line(line).err())
                    .contains("was made in %s; its program starts there".formatted(folder));
        }

        @Test
        void theLineToPaste_hasTheSeedOfTheTrial_andTheFidelity() throws IOException {
            var ran = commands.line("tune --name q --seed 5 -p x=0.0..1.0 --fidelity ep=1..27 --trials 1 --quiet -- sh -c "
                    + "'echo {sextant.seed} $SEXTANT_PARAM_ep FoM=1'");
            var printed = Files.readString(folder.resolve(".sextant/studies/q/runs/0000/000000/stdout")).split(" ", -1);
            assertThat(printed[1]).isEqualTo("27");
            assertThat(ran.out()).contains("SEXTANT_PARAM_ep=27 ", "echo " + printed[0] + " ");
        }

        @Test
        void aRefusal_speaksTheWordsOfAStudyFile() {
            commands.line("tune --name q -p x=0.0..1.0 --trials 1 --quiet -- sh -c " + ECHO);
            var refused = commands.line("tune --name q -p x=0.0..1.0 --strategy random --duplicates reuse --take best -- sh -c " + ECHO);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("strategy: stored auto, given random", "duplicates: stored forbid, given reuse", "take: stored none, given best");
        }

        @Test
        void aSeedThatNobodyStated_isNotWrittenIntoAFile() {
            var flags = "explain --yaml -p x=0.0..1.0 ";
            assertThat(commands.line(flags + "-- p").out()).doesNotContain("seed:").isEqualTo(commands.line(flags + "-- p").out());
            assertThat(commands.line(flags + "--seed 7 -- p").out()).contains("seed: 7");
        }

        @Test
        void withJson_theEventsAreStdout() {
            var ran = commands.line("tune --name q -p x=0.0..1.0 --trials 2 --quiet --json -- sh -c " + ECHO);
            assertThat(ran.lines()).allMatch(l -> l.startsWith("{\"position\":"));
            assertThat(ran.out()).contains("\"event\":\"ended\"");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.lines().getFirst()).startsWith("{\"position\":0,").contains("\"event\":\"created\"");
            assertThat(commands.line("tune q --trials 3 --quiet --json").lines().getFirst())
                    .startsWith("{\"position\":" + ran.lines().size() + ",");
        }

        @Test
        void aSearchInGenerations_leavesTheLogsOfCray() {
            commands.line("tune --name g -p x=0.0..1.0@0.25 --strategy genetic:generational=true,demes=2,population=3 --seed 1 "
                    + "--trials 12 --slots 1 --quiet -- sh -c " + ECHO);
            var study = folder.resolve(".sextant/studies/g");
            assertThat(study.resolve("genetic.log")).content().contains("generation  epoch  best_fom").contains("\n1 2 ");
            assertThat(study.resolve("Deme1_genetic.log")).content().contains("0 deme1_ind0 ").endsWith(" \n");
            assertThat(study.resolve("Deme2_genetic.log")).exists();
        }

        @Test
        void nothingButFailures_endsWithCode4() {
            var ran = commands.line("tune --name q -p x=0.0..1.0 --max-failures 2 --slots 1 --quiet -- sh -c 'exit 3'");
            assertThat(ran.code()).isEqualTo(4);
            assertThat(ran.out()).contains("exit code 3");
        }

        @Test
        void aBudgetWithoutASuccess_endsWithCode1() {
            var ran = commands.line("tune --name q -p x=0.0..1.0 --trials 2 --slots 1 --quiet -- sh -c 'exit 3'");
            assertThat(ran.code()).isEqualTo(1);
        }

        @Test
        void groupsAreNamedAsInPythonOrAsInJava() {
            for (var name : List.of("?P<val_loss>", "?<val_loss>")) {
                var ran = commands.run("tune", "--new", "-p", "x=0.0..1.0", "--metric", "val_loss:min", "--pattern", "l (" + name + "\\S+)", "--trials", "1", "--quiet",
                        "--", "sh", "-c", "echo l $SEXTANT_PARAM_x");
                assertThat(ran.out()).contains("1 complete", "val_loss = 0.5");
            }
        }

        @Test
        void here_isWhereTheStudyIsStarted() throws IOException {
            Files.createDirectory(folder.resolve("there"));
            for (var where : List.of("here", "there")) {
                commands.line("tune --name %s -p x=0.0..1.0 --trials 1 --quiet --workdir %s -- sh -c 'pwd -P; echo FoM=1'".formatted(where, where));
            }
            assertThat(commands.line("log here 0").out()).startsWith(folder.toRealPath() + "\n");
            assertThat(commands.line("log there 0").out()).startsWith(folder.toRealPath().resolve("there") + "\n");
        }

        @Test
        void aReasonOfSeveralLines_isShownInOne_andKeptAsItIs() throws IOException {
            Files.writeString(folder.resolve("run.sh"), "#!/bin/sh\n");
            var ran = commands.line("tune --name q -p x=0.0..1.0 --trials 1 -- ./run.sh");
            var reason = "'./run.sh' may not be executed; Perhaps 'chmod +x ./run.sh'?";
            assertThat(ran.err().lines()).anyMatch(line -> line.startsWith("q: trial 0 failed (" + reason));
            assertThat(ran.out().lines()).contains("     1 × " + reason + "   such as trial 0");
            assertThat(commands.line("trials q --columns trial,reason").lines()).hasSize(2);
            assertThat(commands.line("trials q --json").out()).contains("may not be executed.\\nPerhaps");
        }

        @Test
        void anExhaustedSpace_isDone() {
            var ran = commands.line("tune --name q -p x=1,2 --quiet -- sh -c " + ECHO);
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).contains("2 complete");
        }

        @Test
        void aFile_isContinuedByItsStudysName() throws IOException {
            Files.writeString(folder.resolve("lenet.yaml"), """
                    command: [sh, -c, "echo loss=$SEXTANT_PARAM_x"]
                    space: {x: {real: [0.0, 1.0]}}
                    objective: {metric: loss, goal: min}
                    budget: {trials: 2}
                    """);
            assertThat(commands.line("tune lenet.yaml --quiet").code()).isZero();
            assertThat(commands.line("tune lenet --trials 4 --quiet").out()).contains("4 complete");
        }
    }

    @Nested
    class Reading {
        @BeforeEach
        void aStudyWithThreeTrials() {
            commands.line("tune --name q -p x=0.0..1.0 --trials 3 --slots 1 --seed 3 --quiet -- sh -c " + ECHO);
        }

        @Test
        void trialsAreSortedFilteredAndCut() {
            var table = commands.line("trials --sort -FoM --columns trial,FoM --where 'x >= 0.5'");
            assertThat(table.lines().getFirst()).startsWith("trial  FoM");
            assertThat(table.lines()).hasSizeGreaterThan(1);
        }

        @Test
        void jsonHasTheDocumentedForm() {
            assertThat(commands.line("trials q --json").out())
                    .startsWith("{\"study\":\"q\",\"trials\":[{\"trial\":0,\"attempt\":1,\"state\":\"complete\",\"parameters\":{\"x\":0.5},\"values\":{\"FoM\":0.5},")
                    .contains("\"started\":\"", "\"finished\":\"", "\"why\":\"the defaults\"");
            assertThat(commands.line("best q --json").out()).startsWith("{\"study\":\"q\",\"trial\":{\"trial\":");
            assertThat(commands.line("list --json").out()).startsWith("{\"studies\":[{\"study\":\"q\",\"state\":\"idle\"");
        }

        @Test
        void tagsAreListed_whereAStudyHasSome() {
            assertThat(commands.line("list").lines().getFirst()).endsWith("best");
            commands.line("create --name tagged -p x=0.0..1.0 --tag night --tag vision");
            assertThat(commands.line("list").out()).contains("tags\n").containsPattern("tagged .* night, vision\n");
            assertThat(commands.line("list --json").out()).contains("\"tags\":[\"night\",\"vision\"]}");
        }

        @Test
        void timesAreColumnsToo() {
            assertThat(commands.line("trials q --columns trial,created,started,finished --sort -started").lines().get(1))
                    .matches("2 ( +20[0-9-]{8}T[0-9:.]{12}Z){3}");
        }

        @Test
        void theOutputOfATrial_isThereAsJson() {
            assertThat(commands.line("log q 0 --json").out())
                    .isEqualTo("{\"study\":\"q\",\"trial\":0,\"attempt\":1,\"stdout\":\"FoM: 0.5\\n\",\"stderr\":\"\"}\n");
            assertThat(commands.line("log q 0 --json -f").code()).isEqualTo(2);
        }

        @Test
        void theLatestStudy_isMeantWhereNoneIsNamed() {
            assertThat(commands.line("log 0").out()).isEqualTo("FoM: 0.5\n");
            assertThat(commands.line("show").out()).contains("study        q", "trials       3 complete");
            assertThat(commands.line("events").lines()).hasSizeGreaterThan(8);
        }

        @Test
        void exportAndPlot_writeFiles() {
            assertThat(commands.line("export").lines()).hasSize(4);
            assertThat(commands.line("plot --output a.svg").code()).isZero();
            assertThat(folder.resolve("a.svg")).content().startsWith("<svg");
        }

        @Test
        void anUnknownStudy_isMetWithTheNearestNames() {
            commands.line("rename q lenet");
            assertThat(commands.line("best lente").err()).contains("Did you mean 'lenet'?");
        }

        @Test
        void deletedIsDeleted() {
            assertThat(commands.line("delete q").code()).isEqualTo(2);
            assertThat(commands.line("delete q --yes").code()).isZero();
            assertThat(folder.resolve(".sextant/studies/q")).doesNotExist();
        }
    }

    @Nested
    class Explaining {
        @Test
        void aCommandLineBecomesAFile_thatMeansTheSame() throws IOException {
            var yaml = commands.line("explain --name q --seed 1 -p x=0.0..1.0 -p 'd=2..4 if x>0.5' --yaml -- train {x} --d={d}").out();
            Files.writeString(folder.resolve("q.yaml"), yaml);
            assertThat(commands.line("explain q.yaml --yaml").out()).isEqualTo(yaml);
        }

        @Test
        void everyVerbHasAHelpThatFitsAScreen_andEndsWithTwoExamples() {
            var verbs = List.of("create", "list", "show", "best", "trials", "log", "events", "report", "plot", "export", "ask", "tell",
                    "pipe", "stop", "pause", "resume", "retry", "enqueue", "queue", "add", "rename", "delete", "strategies", "doctor", "completion",
                    "tune", "explain", "version");
            for (var verb : verbs) {
                var help = commands.line(verb + " --help");
                assertThat(help.code()).isZero();
                assertThat(help.lines()).as(verb).allMatch(l -> l.length() <= 80);
                assertThat(help.lines().indexOf("Examples:")).as(verb).isEqualTo(help.lines().size() - 3);
            }
        }

        @Test
        void aPipeIsAnsweredLineByLine() {
            var ran = commands.feed("""
                    {"create":{"study":"s","space":{"x":{"real":[-5,10]}},"objective":{"metric":"loss","goal":"min"},"store":"memory"}}
                    {"ask":{"study":"s"}}
                    oops
                    """, "pipe");
            assertThat(ran.lines()).hasSize(3);
            assertThat(ran.lines().get(1)).isEqualTo("{\"trials\":[{\"trial\":0,\"attempt\":1,\"parameters\":{\"x\":2.5}}]}");
            assertThat(ran.lines().get(2)).contains("not_json");
        }
    }
}
