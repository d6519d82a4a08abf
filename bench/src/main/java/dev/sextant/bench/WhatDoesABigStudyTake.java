package dev.sextant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Opens a study of N finished trials and asks for the next one, through the command line: seconds and the memory it
/// has had resident at the most.
///
///     WhatDoesABigStudyTake [N]
final class WhatDoesABigStudyTake {
    private static final int LOOK_EVERY_MILLIS = 5;

    private WhatDoesABigStudyTake() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int trials = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        var folder = Files.createTempDirectory("sextant-big");
        BigStudy.write(folder.resolve("home"), trials);
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            var ask = Children.sextant(folder, folder.resolve("asked"), List.of("ask", BigStudy.NAME));
            long most = 0;
            while (!ask.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, Children.highWaterMark(ask));
            }
            System.out.printf("open %d trials and ask,%.2f s,%d MiB%n", trials, (System.nanoTime() - start) / 1e9, most);
        }
        System.out.println(Files.readString(folder.resolve("asked")).lines().limit(1).findFirst().orElse("nothing was given"));
    }
}
