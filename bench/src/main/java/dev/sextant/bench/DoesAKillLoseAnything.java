package dev.sextant.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Kills `sextant tune` with signal 9 at random moments, each time followed by the same command, and then looks whether
/// every acknowledged result is still there, none is doubled, no program is left running, and the study has exactly
/// its budget of trials.
///
/// A result counts as acknowledged when `tune --json` has printed its event. The programs take 50 to 150 ms.
///
///     DoesAKillLoseAnything KILLS
///
/// Ends with 1 and says what was lost, if anything was.
final class DoesAKillLoseAnything {
    private static final Pattern ENDED = Pattern.compile("\"event\":\"ended\",\"trial\":(\\d+).*?\"loss\":([-+.0-9eE]+)");
    private static final Pattern TRIAL = Pattern.compile(
            "\"trial\":(\\d+),\"attempt\":\\d+,\"state\":\"(\\w+)\".*?\"values\":\\{(?:\"loss\":([-+.0-9eE]+))?");

    private final Path folder;
    private final int kills;
    private final int budget;
    private final Random random = new Random(1);

    private DoesAKillLoseAnything(Path folder, int kills) {
        this.folder = folder;
        this.kills = kills;
        this.budget = kills * 10;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("sextant-crash");
        boolean sound = new DoesAKillLoseAnything(folder, Integer.parseInt(args[0])).run();
        System.exit(sound ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        int midway = 0;
        for (int i = 0; i < kills; i++) {
            var tune = tune();
            if (!tune.waitFor(200 + random.nextInt(1300), TimeUnit.MILLISECONDS)) {
                midway++;
            }
            tune.destroyForcibly().waitFor();
        }
        int exit = tune().waitFor();
        System.out.printf("%d kills, %d of them before the study had ended; the last run ended with %d%n", kills, midway, exit);
        boolean whole = isWhole();
        return whole && exit == 0;
    }

    private Process tune() throws IOException {
        return Children.sextant(folder, folder.resolve("events"), List.of("tune", "--name", "crash", "-p", "x=0.0..1.0",
                "--metric", "loss:min", "--strategy", "random", "--seed", "1", "--trials", Integer.toString(budget), "--slots",
                "4", "--json", "--quiet", "--", "sh", "-c", "sleep 0.0$((5 + $SEXTANT_TRIAL % 5)); echo loss=$SEXTANT_PARAM_x"));
    }

    private boolean isWhole() throws IOException, InterruptedException {
        var acknowledged = read(folder.resolve("events"), ENDED, 2);
        var trials = folder.resolve("trials");
        Children.sextant(folder, trials, List.of("trials", "crash", "--json")).waitFor();
        var stored = read(trials, TRIAL, 3);
        var lost = new TreeMap<>(acknowledged);
        lost.entrySet().removeIf(e -> e.getValue().equals(stored.get(e.getKey())));
        var left = Children.alive(folder);
        System.out.printf("%d results acknowledged, %d lost; %d of %d trials stored; %d programs left running%n",
                acknowledged.size(), lost.size(), stored.size(), budget, left.size());
        lost.forEach((trial, value) -> System.out.printf("lost: trial %s with %s%n", trial, value));
        left.forEach(process -> System.out.println("left: " + process));
        return lost.isEmpty() && left.isEmpty() && stored.size() == budget && acknowledged.size() > budget * 0.9;
    }

    /// The last value of each trial.
    ///
    /// @throws IllegalStateException if a trial has two different ones
    private static Map<String, String> read(Path file, Pattern pattern, int value) throws IOException {
        var found = new TreeMap<String, String>();
        var matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
            var given = String.valueOf(matcher.group(value));
            var before = found.put(matcher.group(1), given);
            if (before != null && !before.equals(given)) {
                throw new IllegalStateException("%s: trial %s has two values, %s and %s."
                        .formatted(file.getFileName(), matcher.group(1), before, given));
            }
        }
        return found;
    }
}
