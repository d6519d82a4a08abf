package dev.sextant.bench;

import dev.sextant.model.study.Settings;
import dev.sextant.testkit.browser.Browser;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// The page of a study with many learning curves, in a browser, while the study gets new events all the time: frames a second, the longest
/// time for which nothing moved, and how far what is shown lies behind what happened.
///
///     HowLivelyIsThePage FOLDER CURVES EVENTS_PER_SECOND SECONDS
final class HowLivelyIsThePage {
    private static final int STEPS = 5;
    private static final int ROUNDS_PER_SECOND = 20;
    /// A trial of the feed is proposed, leased, reports [#STEPS] times, and ends.
    private static final int EVENTS_OF_A_TRIAL = STEPS + 3;
    private static final Pattern TRIAL = Pattern.compile("\"trial\":([0-9]+)");
    private final String path = "/api/v1/studies/" + BigStudy.NAME + "/";
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong events = new AtomicLong();
    private final int port;

    private HowLivelyIsThePage(int port) {
        this.port = port;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (!Browser.isThere()) {
            System.out.println("no chromium here: the page was not opened");
            return;
        }
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of(args[0]).toAbsolutePath()), "lively");
        try (var server = Server.start(folder)) {
            new HowLivelyIsThePage(server.port()).measure(folder, server.address(), Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        }
    }

    private void measure(Path folder, String address, int curves, int perSecond, int seconds) throws IOException, InterruptedException {
        try (var line = new HttpLine(port)) {
            line.post("/api/v1/studies", JsonWriter.write(StudyForm.write(BenchSpace.study("random").named(BigStudy.NAME), Settings.BY_HAND)));
            int made = 0;
            while (made < curves) {
                made += trials(line, 100);
            }
        }
        long before = events.get();
        var feed = Thread.ofPlatform().start(() -> feed(perSecond));
        long begun = System.nanoTime();
        try (var browser = Browser.start(folder)) {
            browser.size(1280, 900);
            for (var view : List.of("overview", "trials", "curves")) {
                look(browser, address, view, curves, seconds);
            }
        }
        over.set(true);
        feed.join();
        System.out.printf(Locale.ROOT, "%d curves,events came at %.0f/s%n", curves, (events.get() - before) / ((System.nanoTime() - begun) / 1e9));
    }

    private void look(Browser browser, String address, String view, int curves, int seconds) {
        browser.open(address + "/#/study/" + BigStudy.NAME + "/" + view);
        browser.await("[...document.querySelectorAll('.canvas')].some(one => one.dataset.drawn)");
        var frames = browser.eval(frames(seconds));
        long happened = events.get() / EVENTS_OF_A_TRIAL;
        var shown = browser.eval("document.querySelector('.study-head').innerText").replaceAll("(?s).*?([0-9][0-9\\u2009\\u202f,. ]*) complete.*", "$1").replaceAll("\\D", "");
        System.out.printf(Locale.ROOT, "%d curves,%s,%s,%d trials behind%n", curves, view, frames, happened - Long.parseLong(shown));
    }

    /// Counts frames for a while.
    private static String frames(int seconds) {
        return """
                    (async () => {
                        let last = performance.now(), longest = 0, frames = 0;
                        const begun = last;
                        while (last - begun < %d) {
                            await new Promise(requestAnimationFrame);
                            const now = performance.now();
                            longest = Math.max(longest, now - last);
                            last = now;
                            frames++;
                        }
                        return (1000 * frames / (last - begun)).toFixed(0) + ' frames/s,longest pause ' + longest.toFixed(0) + ' ms';
                    })()""".formatted(seconds * 1000);
    }

    private void feed(int perSecond) {
        int each = Math.ceilDiv(perSecond, ROUNDS_PER_SECOND * EVENTS_OF_A_TRIAL);
        long due = System.nanoTime();
        try (var line = new HttpLine(port)) {
            while (!over.get()) {
                trials(line, each);
                due += 1_000_000_000L / ROUNDS_PER_SECOND;
                LockSupport.parkNanos(due - System.nanoTime());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Asks for trials, reports the steps of each, and tells their results.
    private int trials(HttpLine line, int count) throws IOException {
        var results = new StringBuilder();
        var asked = TRIAL.matcher(line.post(path + "ask", "{\"count\":%d}".formatted(count)));
        int given = 0;
        while (asked.find()) {
            var trial = asked.group(1);
            for (int step = 1; step <= STEPS; step++) {
                line.post(path + "trials/" + trial + "/report", "{\"step\":%d,\"values\":{\"loss\":%s}}".formatted(step, loss(trial, step)));
            }
            results.append(results.isEmpty() ? "" : ",").append("{\"trial\":%s,\"values\":{\"loss\":%s}}".formatted(trial, loss(trial, STEPS)));
            given++;
        }
        line.post(path + "tell", "{\"results\":[%s]}".formatted(results));
        events.addAndGet((long) given * EVENTS_OF_A_TRIAL);
        return given;
    }

    private static double loss(String trial, int step) {
        return (Integer.parseInt(trial) % 97 + 1.0) / step;
    }
}
