package dev.sextant.bench;

import dev.sextant.model.study.Settings;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/// How many ask-and-tell pairs a second a server takes from clients that each keep one connection, every answer sent after its
/// result is on the disk; and how long a request takes at most in 99 of 100 cases. The clients write and read bytes, so
/// that what is measured is the server.
///
///     HowManyPairsOverHttp PORT CLIENTS BATCH PAIRS
final class HowManyPairsOverHttp {
    private static final Pattern TRIAL = Pattern.compile("\"trial\":([0-9]+)");

    private final int port;
    private final String study;
    private final int batch;

    private HowManyPairsOverHttp(int port, String study, int batch) {
        this.port = port;
        this.study = study;
        this.batch = batch;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[0]);
        int clients = Integer.parseInt(args[1]);
        int batch = Integer.parseInt(args[2]);
        int pairs = Integer.parseInt(args[3]);
        measure(port, "warm-%d-%d".formatted(batch, System.nanoTime()), clients, batch, pairs);
        System.out.printf("sextant http,%d clients,batch %d,%s%n", clients, batch,
                measure(port, "http-%d-%d".formatted(batch, System.nanoTime()), clients, batch, pairs));
    }

    private static String shown(double perSecond, long... nanos) {
        Arrays.sort(nanos);
        return "%.0f pairs/s,median %.1f ms,p99 %.1f ms,longest %.1f ms".formatted(perSecond,
                nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6, nanos[nanos.length - 1] / 1e6);
    }

    private static String measure(int port, String study, int clients, int batch, int pairs) throws IOException, InterruptedException {
        var bench = new HowManyPairsOverHttp(port, study, batch);
        try (var line = new HttpLine(port)) {
            line.post("/api/v1/studies", JsonWriter.write(StudyForm.write(BenchSpace.study("random").named(study), Settings.BY_HAND)));
        }
        int rounds = pairs / clients / batch;
        var nanos = new long[clients * rounds * 2];
        var done = new CountDownLatch(clients);
        long start = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            int from = i * rounds * 2;
            Thread.ofVirtual().start(() -> bench.client(rounds, nanos, from, done));
        }
        done.await();
        return shown((double) clients * rounds * batch / ((System.nanoTime() - start) / 1e9), nanos);
    }

    private void client(int rounds, long[] nanos, int from, CountDownLatch done) {
        try (var line = new HttpLine(port)) {
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                var asked = line.post("/api/v1/studies/%s/ask".formatted(study), "{\"count\":%d}".formatted(batch));
                long middle = System.nanoTime();
                var told = line.post("/api/v1/studies/%s/tell".formatted(study), results(asked));
                nanos[from + 2 * round] = middle - start;
                nanos[from + 2 * round + 1] = System.nanoTime() - middle;
                check(told);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            done.countDown();
        }
    }

    private void check(String told) {
        if (told.split("\"ok\":true", -1).length != batch + 1) {
            throw new IllegalStateException("Not every result was taken: " + told);
        }
    }

    private static String results(String asked) {
        var results = new ArrayList<String>();
        var trials = TRIAL.matcher(asked);
        while (trials.find()) {
            results.add("{\"trial\":%s,\"values\":{\"loss\":%s.5}}".formatted(trials.group(1), trials.group(1)));
        }
        return "{\"results\":[" + String.join(",", results) + "]}";
    }
}
