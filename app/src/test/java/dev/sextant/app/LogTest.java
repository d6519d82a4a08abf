package dev.sextant.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `log` beside a study that runs in another thread.
@Timeout(60)
class LogTest {
    @TempDir
    Path folder;
    private Commands commands;
    private final ExecutorService shells = Executors.newCachedThreadPool();

    @BeforeEach
    void aFolderOfItsOwn() {
        commands = new Commands(folder);
    }

    @AfterEach
    void letEverythingEnd() throws Exception {
        Files.writeString(folder.resolve("go"), "");
        shells.close();
    }

    @Test
    void theEndOfALongOutput_isSeenWhileTheTrialRuns() throws Exception {
        var tune = tune("yes 'some line of output' | head -c 14000000; echo the end so far; touch ready; while [ ! -e go ]; do sleep 0.05; done; echo FoM=1", 0);
        await("ready");
        var log = commands.line("log q 0").out();
        assertThat(log).startsWith("some line of output\n").endsWith("the end so far\n").contains("\n[sextant: ", " bytes left out here]\n");
        var followed = shells.submit(() -> commands.line("log q 0 -f"));
        Files.writeString(folder.resolve("go"), "");
        assertThat(tune.get().code()).isZero();
        assertThat(followed.get().out()).startsWith("some line of output\n").endsWith("the end so far\nFoM=1\n");
        assertThat(followed.get().code()).isZero();
    }

    @Test
    void followedItGoesOnWithTheNextAttempt() throws Exception {
        var tune = tune("echo attempt $SEXTANT_ATTEMPT; touch ready; while [ ! -e go ]; do sleep 0.05; done; sleep 0.3; [ $SEXTANT_ATTEMPT = 2 ] && echo FoM=1", 1);
        await("ready");
        var followed = shells.submit(() -> commands.line("log q 0 -f"));
        var first = shells.submit(() -> commands.line("log q 0 -f --attempt 1"));
        Files.writeString(folder.resolve("go"), "");
        assertThat(tune.get().code()).isZero();
        assertThat(first.get().out()).isEqualTo("attempt 1\n");
        assertThat(followed.get().out()).endsWith("attempt 2\nFoM=1\n");
    }

    @Test
    void anAttemptThatNeverWas_isRefusedWithThoseThereAre() throws Exception {
        Files.writeString(folder.resolve("go"), "");
        tune("echo FoM=$SEXTANT_ATTEMPT; [ $SEXTANT_ATTEMPT = 2 ]", 1).get();
        assertThat(commands.line("log q 0 --attempt 9")).isEqualTo(new Commands.Ran(2, "",
                "sextant: Trial 0 of study 'q' has no attempt 9; there are attempts 1 to 2.\n"));
        assertThat(commands.line("log q 0 --attempt 1").out()).isEqualTo("FoM=1\n");
    }

    private Future<Commands.Ran> tune(String script, int retries) {
        return shells.submit(() -> commands.run("tune", "--name", "q", "-p", "x=0.0..1.0", "--trials", "1", "--retries", Integer.toString(retries),
                "--quiet", "--", "sh", "-c", script));
    }

    private void await(String file) {
        while (!Files.exists(folder.resolve(file))) {
            Thread.onSpinWait();
        }
    }
}
