package dev.sextant.bench;

import dev.sextant.testkit.browser.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A server with one study of N finished trials: seconds from its start until it gives the next trial, until `best` is known, and until
/// the page shows the study in a browser, of a server that was just started and of one that has read it; and what it has resident.
///
///     WhatDoesAMillionTrialsTake FOLDER N
///
/// The study is kept in the folder, and used again.
final class WhatDoesAMillionTrialsTake {
    private static final int TIMES = 5;
    private static final int ASKED = 20;

    private final Path folder;
    private final int trials;

    private WhatDoesAMillionTrialsTake(Path folder, int trials) {
        this.folder = folder;
        this.trials = trials;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int trials = Integer.parseInt(args[1]);
        var bench = new WhatDoesAMillionTrialsTake(Files.createDirectories(Path.of(args[0]).toAbsolutePath()).resolve(args[1]), trials);
        if (!Files.exists(bench.folder)) {
            bench.make();
        }
        for (int i = 0; i < 3; i++) {
            bench.restart();
        }
        if (Browser.isThere()) {
            bench.look();
        } else {
            System.out.println("no chromium here: the page was not opened");
        }
    }

    private void make() throws IOException {
        long begun = System.nanoTime();
        var beside = folder.resolveSibling(trials + "-half-made");
        BigStudy.write(beside.resolve("home"), trials);
        Files.move(beside, folder);
        say("made", List.of(seconds(begun)));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private void say(String what, List<Double> seconds) {
        var sorted = seconds.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%d trials,%s,%.3f s,longest %.3f s%n", trials, what, sorted.get(sorted.size() / 2), sorted.getLast());
    }

    private void restart() throws IOException {
        long begun = System.nanoTime();
        try (var server = Server.start(folder, BigStudy.NAME)) {
            double listens = seconds(begun);
            ask(server);
            say("started and listens", List.of(listens));
            say("started and gave a trial", List.of(seconds(begun)));
            get(server, "/api/v1/studies/bench/best");
            say("started and knows the best", List.of(seconds(begun)));
        }
    }

    private void look() throws IOException, InterruptedException {
        try (var browser = Browser.start(folder)) {
            browser.size(1280, 900);
            try (var server = Server.start(folder, BigStudy.NAME)) {
                say("page, server just started: something", List.of(opened(browser, server, "")));
                say("page, server just started: all of it", List.of(opened(browser, server, whole())));
                say("page", IntStream.range(0, TIMES).mapToObj(_ -> opened(browser, server, whole())).toList());
                for (var path : List.of("best", "trials?sort=loss&count=50", "trials?where=a%20%3C%201e-3&count=50", "charts/history", "charts/parallel")) {
                    say(path, IntStream.range(0, ASKED).mapToObj(_ -> asked(server, path)).toList());
                }
                System.out.printf("server,%d MiB resident at the most%n", Children.highWaterMark(server.process()));
            }
        }
    }

    private static double asked(Server server, String path) {
        try {
            return get(server, "/api/v1/studies/bench/" + path);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Seconds until the answer is there whole.
    private static double get(Server server, String path) throws IOException {
        long begun = System.nanoTime();
        try (var body = URI.create(server.address() + path).toURL().openStream()) {
            body.readAllBytes();
        }
        return seconds(begun);
    }

    /// Asks for a trial, and gets one.
    private static void ask(Server server) throws IOException {
        try (var line = new HttpLine(server.port())) {
            var answer = line.post("/api/v1/studies/" + BigStudy.NAME + "/ask", "{}");
            if (!answer.contains("\"trial\":")) {
                throw new IOException("no trial was given: " + answer);
            }
        }
    }

    /// Seconds from going to the page until its charts are drawn, and a condition holds.
    private static double opened(Browser browser, Server server, String condition) {
        long begun = System.nanoTime();
        browser.open(server.address() + "/#/study/bench");
        browser.await("document.querySelectorAll('.canvas').length > 1 && [...document.querySelectorAll('.canvas')].slice(0, 2).every(one => one.dataset.drawn)" + condition);
        return seconds(begun);
    }

    /// All trials are in the picture.
    private String whole() {
        return " && document.body.innerText.includes('%,d trials') && !document.body.innerText.includes('is being read')".formatted(trials);
    }
}
