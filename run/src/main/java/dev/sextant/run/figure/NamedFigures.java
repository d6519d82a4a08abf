package dev.sextant.run.figure;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// `NAME=NUMBER` and `NAME: NUMBER` for the metrics of a study.
///
/// Each `=` and `:` of a line is looked at once: is the word before it a metric, does a number follow? Blanks and quotes
/// may stand in between, as in JSON. The last match of a metric wins. Not thread-safe: it remembers the last near miss.
final class NamedFigures implements LineReading {
    private static final int QUOTED_IN_TROUBLE = 120;

    private final List<String> names;
    private final byte[][] words;
    private Optional<String> nearMiss = Optional.empty();

    NamedFigures(List<String> metrics) {
        names = List.copyOf(metrics);
        words = names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    @Override
    public boolean needsSeparator() {
        return true;
    }

    @Override
    public Optional<Reading> read(Line line) {
        var values = new LinkedHashMap<String, Double>(4);
        for (int i = 0; i < line.length(); i++) {
            if (line.at(i) == '=' || line.at(i) == ':') {
                readAround(line, i, values);
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Reading(Steps.in(line), values));
    }

    /// The last line that had a metric and a separator but no number, cut short.
    Optional<String> nearMiss() {
        return nearMiss;
    }

    private void readAround(Line line, int separator, SequencedMap<String, Double> values) {
        int before = line.skipBlanks(separator - 1, -1);
        int end = line.quoteAt(before) ? before : before + 1;
        for (int i = 0; i < words.length; i++) {
            if (isWhole(line, words[i], end)) {
                var number = numberAfter(line, separator);
                if (number.isPresent()) {
                    values.putLast(names.get(i), number.getAsDouble());
                } else {
                    nearMiss = Optional.of(line.text(QUOTED_IN_TROUBLE).strip());
                }
                return;
            }
        }
    }

    private static boolean isWhole(Line line, byte[] word, int end) {
        return line.endsWith(word, end) && !line.nameAt(end - word.length - 1);
    }

    private static OptionalDouble numberAfter(Line line, int separator) {
        int start = line.skipBlanks(separator + 1, 1);
        return Numbers.at(line, line.quoteAt(start) ? start + 1 : start);
    }
}
