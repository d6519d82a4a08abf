package dev.sextant.bench.chaos;

import java.time.Instant;
import java.util.regex.Pattern;

/// A value that whoever ran an attempt wrote down before anybody else heard of it.
///
/// @param at when
/// @param worker under which it ran, or the client that ran it
record Written(Attempt attempt, double value, Instant at, String worker) {
    private static final Pattern WORKER = Pattern.compile("/worker/([^/]+)/runs/");

    /// What a program wrote: `TRIAL ATTEMPT VALUE SECONDS RUN_FOLDER`.
    static Written of(String line) {
        var words = line.split(" ", 5);
        var worker = WORKER.matcher(words[4]);
        if (!worker.find()) {
            throw new IllegalStateException("Not in the run folder of a worker: " + line);
        }
        return new Written(new Attempt(Integer.parseInt(words[0]), Integer.parseInt(words[1])), Double.parseDouble(words[2]),
                Instant.ofEpochMilli((long) (Double.parseDouble(words[3]) * 1000)), worker.group(1));
    }
}
