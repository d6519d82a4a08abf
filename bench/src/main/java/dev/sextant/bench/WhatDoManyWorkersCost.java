package dev.sextant.bench;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Many simulated workers, a connection each, on one server: each leases a trial, is heard every ten seconds, tells the result after a
/// minute, and leases the next. Prints what was done; what the server used for it is for the caller to read.
///
///     WhatDoManyWorkersCost PORT WORKERS SECONDS
final class WhatDoManyWorkersCost {
    private static final Pattern TRIAL = Pattern.compile("\"trial\":([0-9]+),\"attempt\":([0-9]+)");
    private static final long TRIAL_MILLIS = 60_000;
    private static final long BEAT_MILLIS = 10_000;
    private static final String STUDY = "many";

    private final int port;
    private final long end;
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicLong trials = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();

    private WhatDoManyWorkersCost(int port, long end) {
        this.port = port;
        this.end = end;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[0]);
        int workers = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        try (var line = new HttpLine(port)) {
            line.post("/api/v1/studies", """
                    {"study":"%s","space":{"lr":{"real":[1e-5,0.1],"log":true},"width":{"int":[1,1000000]}},\
                    "objective":{"metric":"loss","goal":"min"},"strategy":"random","seed":1}""".formatted(STUDY));
        }
        var bench = new WhatDoManyWorkersCost(port, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
        var done = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            int number = i;
            Thread.ofVirtual().start(() -> bench.work(number, workers, done));
        }
        done.await();
        System.out.printf("%d workers,%d s,%d trials,%.0f requests/s,longest %.0f ms,%d failures%n", workers, seconds, bench.trials.get(),
                bench.requests.get() / (double) seconds, bench.longest.get() / 1e6, bench.failures.get());
    }

    /// Workers come one after another in the first minute, as trials of a minute would spread them.
    private void work(int number, int workers, CountDownLatch done) {
        var name = "w" + number;
        try {
            pause(TRIAL_MILLIS * number / workers);
            try (var line = new HttpLine(port)) {
                while (System.nanoTime() < end) {
                    run(name, line);
                }
            }
        } catch (IOException broken) {
            failures.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            done.countDown();
        }
    }

    private void run(String name, HttpLine line) throws IOException, InterruptedException {
        var given = TRIAL.matcher(post(line, "/api/v1/workers/%s/lease".formatted(name), "{\"studies\":[\"%s\"],\"wait\":\"20s\"}".formatted(STUDY)));
        if (!given.find()) {
            return;
        }
        for (long ran = 0; ran < TRIAL_MILLIS && System.nanoTime() < end; ran += BEAT_MILLIS) {
            pause(BEAT_MILLIS);
            post(line, "/api/v1/workers/%s/heartbeat".formatted(name),
                    "{\"running\":[{\"study\":\"%s\",\"trial\":%s,\"attempt\":%s}]}".formatted(STUDY, given.group(1), given.group(2)));
        }
        post(line, "/api/v1/studies/%s/trials/%s/tell".formatted(STUDY, given.group(1)), "{\"attempt\":%s,\"values\":{\"loss\":1.5}}".formatted(given.group(2)));
        trials.incrementAndGet();
    }

    private String post(HttpLine line, String path, String body) throws IOException {
        long start = System.nanoTime();
        var answer = line.post(path, body);
        longest.accumulateAndGet(System.nanoTime() - start, Math::max);
        requests.incrementAndGet();
        return answer;
    }

    private void pause(long millis) throws InterruptedException {
        boolean _ = never.await(Math.min(TimeUnit.MILLISECONDS.toNanos(millis), Math.max(0, end - System.nanoTime())), TimeUnit.NANOSECONDS);
    }
}
