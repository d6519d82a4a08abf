package dev.sextant.checks.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.checks.launcher.Started.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class LauncherTest {
    @TempDir
    private Path root;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(root);
    }

    private Ended sextant(Map<String, String> environment, String... arguments) throws IOException {
        return start(environment, arguments).end();
    }

    private Started start(Map<String, String> environment, String... arguments) throws IOException {
        String[] command = Stream.concat(Stream.of(checkout.launcher().toString()), Stream.of(arguments)).toArray(String[]::new);
        return Started.start(root, checkout.environment(environment), "from the user\n", command);
    }

    private Map<String, String> withJdk() throws IOException {
        return Map.of("SEXTANT_JAVA_HOME", checkout.jdk("jdk 25", "25.0.3").toString());
    }

    @Nested
    final class TheJdk {
        @Test
        void isTheOneStated_beforeAnyOther() throws IOException {
            Path stated = checkout.jdk("stated", "26-ea");
            Path other = checkout.jdk("other", "25.0.1");

            var run = sextant(Map.of("SEXTANT_JAVA_HOME", stated.toString(), "JAVA_HOME", other.toString()), "list");

            assertThat(run.out()).contains("java: " + stated + "/bin/java");
        }

        @Test
        void isRefusedByName_whenTheStatedOneIsTooOld() throws IOException {
            Path old = checkout.jdk("old", "17.0.15");

            var run = sextant(Map.of("SEXTANT_JAVA_HOME", old.toString()), "list");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains(old.toString(), "a JDK 17", "needs a JDK 25 or newer", "unset it");
            assertThat(run.out()).isEmpty();
        }

        @Test
        void isRefused_whenWhereItShouldBeThereIsNone() throws IOException {
            var run = sextant(Map.of("SEXTANT_JAVA_HOME", "/nowhere"), "list");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("SEXTANT_JAVA_HOME is /nowhere, no JDK");
        }

        @Test
        void isLookedForFurther_whenJavaHomeIsTooOld() throws IOException {
            Path newer = checkout.jdk("newer", "25");

            var run = sextant(Map.of("JAVA_HOME", checkout.jdk("old", "1.8.0_402").toString(), "JAVA25_HOME", newer.toString()), "list");

            assertThat(run.out()).contains("java: " + newer);
        }

        @Test
        void isTheOneOnThePath_behindSymbolicLinks() throws IOException {
            Path onPath = checkout.jdk("on path", "25.0.3");
            Files.createSymbolicLink(checkout.tools().resolve("java"), onPath.resolve("bin/java"));

            assertThat(sextant(Map.of(), "list").out()).contains("java: " + onPath);
        }

        @Test
        void isFoundInAFolderOfJdks_whenTheJavaOnThePathIsTooOld() throws IOException {
            Files.createSymbolicLink(checkout.tools().resolve("java"), checkout.jdk("old", "17.0.1").resolve("bin/java"));
            checkout.jdk("all jdks/a 21", "21.0.2");
            Path wanted = checkout.jdk("all jdks/b 25", "25.0.3");

            var run = sextant(Map.of("SEXTANT_JDK_FOLDERS", "/nowhere:" + root.resolve("all jdks")), "list");

            assertThat(run.out()).contains("java: " + wanted);
        }

        @Test
        void isAskedFor_whenThereIsNone_namingThoseThatAreTooOld() throws IOException {
            Path old = checkout.jdk("old", "21.0.2");

            var run = sextant(Map.of("JAVA_HOME", old.toString()), "list");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("No JDK 25 or newer was found", "Java 21 in " + old, "https://adoptium.net", "SEXTANT_JAVA_HOME");
        }
    }

    @Nested
    final class TheBuild {
        @Test
        void isMadeAtTheFirstStart_andSpeaksOnStderr() throws IOException {
            var run = sextant(withJdk(), "list");

            assertThat(run.code()).isZero();
            assertThat(run.err()).contains("building", "maven says hello; JAVA_HOME=" + root.resolve("jdk 25"));
            assertThat(run.out()).startsWith("java:").doesNotContain("maven");
            assertThat(checkout.builds()).isOne();
        }

        @Test
        void leavesStdinToTheProgram() throws IOException {
            assertThat(sextant(withJdk(), "read-stdin").out()).isEqualTo("from the user\n");
        }

        @Test
        void isNotRepeated_untilASourceChanges() throws IOException {
            sextant(withJdk(), "list");
            assertThat(sextant(withJdk(), "list").err()).isEmpty();

            Path source = checkout.home().resolve("model/src/main/Source.java");
            Files.setLastModifiedTime(source, java.nio.file.attribute.FileTime.from(java.time.Instant.now().plusSeconds(2)));
            sextant(withJdk(), "list");

            assertThat(checkout.builds()).isEqualTo(2);
        }

        @Test
        void isMadeOnce_byManyWhoStartAtTheSameTime() throws IOException {
            var environment = withJdk();
            var all = Stream.of(start(environment, "one"), start(environment, "two"), start(environment, "three")).toList();

            assertThat(all.stream().map(Started::end)).allSatisfy(run -> assertThat(run.code()).isZero());
            assertThat(checkout.builds()).isOne();
        }

        @Test
        void isNotHeldUpByOneWhoDiedWhileBuilding() throws IOException {
            var dead = Started.start(root, Map.of(), "", "/bin/sh", "-c", "uname -n; echo $$").end().out().split("\n", -1);
            Path launch = Files.createDirectories(checkout.home().resolve("app/target/launch"));
            Files.createSymbolicLink(launch.resolve("build.lock"), Path.of(dead[0] + ":" + dead[1]));

            assertThat(sextant(withJdk(), "list").code()).isZero();
            assertThat(launch.resolve("build.lock")).doesNotExist();
        }

        @Test
        void thatFails_endsWithExitCode3_andTheNextStartTriesAgain() throws IOException {
            Path fails = Files.createFile(checkout.home().resolve("maven-fails"));
            var failed = sextant(withJdk(), "list");
            Files.delete(fails);
            var repaired = sextant(withJdk(), "list");

            assertThat(failed.code()).isEqualTo(3);
            assertThat(failed.err()).contains("The build failed");
            assertThat(repaired.code()).isZero();
        }

        @Test
        void asksForMaven_whenThereIsNone() throws IOException {
            Files.delete(checkout.tools().resolve("mvn"));

            var run = sextant(withJdk(), "list");

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("Maven (the command mvn) is not on the PATH", "Install Maven 3.8.7");
        }

        @Test
        void ofMavenVerify_isTakenAsWell() throws IOException {
            sextant(withJdk(), "list");
            Path target = checkout.home().resolve("app/target");
            Files.move(target.resolve("launch/dist"), target.resolve("dist"));

            assertThat(sextant(withJdk(), "list").out()).contains(target.resolve("dist/lib/b.jar").toString());
            assertThat(checkout.builds()).isOne();
        }
    }

    @Nested
    final class TheProgram {
        @Test
        void getsEveryArgumentAsItWasTyped() throws IOException {
            var run = sextant(withJdk(), "tune", "a b", "", "it's", "$HOME", "*", "--", "-x");

            assertThat(run.out()).endsWith("<dev.sextant.app.Main>\n<tune>\n<a b>\n<>\n<it's>\n<$HOME>\n<*>\n<-->\n<-x>\n");
        }

        @Test
        void getsTheClassPathInTheOrderOfTheDistribution() throws IOException {
            Path lib = checkout.home().toRealPath().resolve("app/target/launch/dist/lib");

            assertThat(sextant(withJdk(), "list").out()).contains("<" + lib.resolve("b.jar") + ":" + lib.resolve("a.jar") + ">");
        }

        @Test
        void decidesTheExitCode() throws IOException {
            assertThat(sextant(withJdk(), "exit-7").code()).isEqualTo(7);
        }

        @Test
        void isFoundBehindAChainOfSymbolicLinks() throws IOException {
            Files.createSymbolicLink(root.resolve("second"), Path.of("user's checkout", "sextant"));
            Path first = Files.createSymbolicLink(checkout.tools().resolve("tuner"), Path.of("..", "second"));

            var run = Started.start(Path.of("/"), checkout.environment(withJdk()), "", first.toString(), "list").end();

            assertThat(run.out()).contains("<list>");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sh", "dash", "bash", "busybox"})
        void startsUnderEveryShell(String shell) throws IOException {
            Path program = Path.of("/bin", shell);
            org.junit.jupiter.api.Assumptions.assumeTrue(Files.isExecutable(program), shell + " is installed");
            String[] command = shell.equals("busybox")
                    ? new String[] {program.toString(), "sh", "sextant", "list"} : new String[] {program.toString(), "sextant", "list"};

            var run = Started.start(checkout.home(), checkout.environment(withJdk()), "", command).end();

            assertThat(run.out()).contains("<list>");
        }

        @Test
        void leavesTextsThatNeverChangeToFiles() throws IOException {
            var noJdk = Map.<String, String>of();
            sextant(withJdk(), "list");

            assertThat(sextant(noJdk, "help").out()).isEqualTo("what it can do\n");
            assertThat(sextant(noJdk, "--help").out()).isEqualTo("what it can do\n");
            assertThat(sextant(noJdk, "tune", "--help").out()).isEqualTo("how to tune\n");
            assertThat(sextant(noJdk, "help", "tune").out()).isEqualTo("how to tune\n");
            assertThat(sextant(noJdk, "version").out()).isEqualTo("sextant 1\n");
            assertThat(sextant(withJdk(), "../version", "--help").out()).contains("<../version>");
        }
    }

    @Nested
    final class TheCache {
        @Test
        void isMadeBesideTheFirstStart_andTakenByALaterOne() throws IOException {
            var environment = new java.util.HashMap<>(withJdk());
            environment.put("SEXTANT_AOT", "");

            assertThat(sextant(environment, "list").out()).doesNotContain("-XX:AOTCache=");
            environment.put("SEXTANT_AOT", "make");
            sextant(environment, "list");
            awaitCaches(1);
            environment.put("SEXTANT_AOT", "");

            assertThat(sextant(environment, "list").out()).contains("<-XX:AOTCache=" + checkout.home().toRealPath());
        }

        @Test
        void isNotTheOneOfAnotherJdk() throws IOException {
            sextant(Map.of("SEXTANT_JAVA_HOME", checkout.jdk("first", "25.0.3").toString(), "SEXTANT_AOT", "make"), "list");

            var run = sextant(Map.of("SEXTANT_JAVA_HOME", checkout.jdk("second", "25.0.4").toString(), "SEXTANT_AOT", ""), "list");

            assertThat(run.out()).doesNotContain("-XX:AOTCache=");
            awaitCaches(2);
        }

        /// What is made in the background would be made while the folder of this test is being deleted.
        private void awaitCaches(int count) throws IOException {
            for (int look = 0; look < 500 && !caches().equals(Map.of(true, (long) count)); look++) {
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(caches()).isEqualTo(Map.of(true, (long) count));
        }

        /// How many files in the folder of the caches are caches, and how many something that is still being made.
        private Map<Boolean, Long> caches() throws IOException {
            try (var files = Files.list(checkout.home().resolve("app/target/launch/aot"))) {
                return files.collect(Collectors.groupingBy(file -> file.toString().endsWith(".aot"), Collectors.counting()));
            }
        }
    }
}
