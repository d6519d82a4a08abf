package dev.sextant.checks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real browser without a window, Debian's chromium.
///
/// @param dom the page after its scripts have run
/// @param console what the page wrote on the browser's console, a line each
record Chromium(String dom, List<String> console) {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final int PATIENCE_SECONDS = 120;
    private static final int LOOKS = 10;

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /// Opens a page, again if need be, until a text stands in it.
    ///
    /// The browser's virtual time does not wait for what really takes time: on a busy machine it may be over before the
    /// page is drawn.
    ///
    /// @param folder for what the browser leaves behind
    static Chromium open(Path page, Path folder, String awaited, String... flags) throws IOException, InterruptedException {
        for (int i = 0; i < LOOKS; i++) {
            var opened = once(page, folder, flags);
            if (opened.dom().contains(awaited)) {
                return opened;
            }
        }
        throw new AssertionError("%s never held %s, opened %d times.".formatted(page, awaited, LOOKS));
    }

    private static Chromium once(Path page, Path folder, String... flags) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PROGRAM.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--allow-file-access-from-files", "--enable-logging=stderr", "--virtual-time-budget=10000",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"), "--dump-dom"));
        command.addAll(List.of(flags));
        command.add(page.toUri().toString());
        var dom = folder.resolve("dom.html");
        var log = folder.resolve("log.txt");
        var process = new ProcessBuilder(command).redirectOutput(dom.toFile()).redirectError(log.toFile()).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("chromium did not finish within %d s on %s.".formatted(PATIENCE_SECONDS, page));
        }
        return new Chromium(Files.readString(dom), Files.readAllLines(log).stream().filter(line -> line.contains("CONSOLE")).toList());
    }
}
