package dev.sextant.run.figure;

import java.util.List;
import java.util.OptionalLong;

/// The step that a line belongs to: `step=10`, `"epoch": 3`, `Epoch 3/10`, `[iteration 200]`.
///
/// `step` beats `epoch`, which beats `iteration`, when a line has several; the last match of a word counts.
final class Steps {
    static final List<String> WORDS = List.of("step", "epoch", "iteration");
    private static final int MOST_DIGITS = 18;

    private Steps() {}

    static OptionalLong in(Line line) {
        for (var word : WORDS) {
            var step = find(line, word);
            if (step.isPresent()) {
                return step;
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong find(Line line, String word) {
        for (int i = line.length() - word.length() - 1; i >= 0; i--) {
            if (line.startsWithIgnoringCase(word, i) && !line.nameAt(i - 1)) {
                var number = numberAfter(line, i + word.length());
                if (number.isPresent()) {
                    return number;
                }
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong numberAfter(Line line, int end) {
        int separator = line.skipBlanks(line.quoteAt(end) ? end + 1 : end, 1);
        boolean separated = line.at(separator) == '=' || line.at(separator) == ':';
        int start = line.skipBlanks(separated ? separator + 1 : separator, 1);
        return start == end ? OptionalLong.empty() : whole(line, line.quoteAt(start) ? start + 1 : start);
    }

    private static OptionalLong whole(Line line, int start) {
        int end = start;
        while (line.digitAt(end)) {
            end++;
        }
        boolean fraction = line.at(end) == '.' && line.digitAt(end + 1);
        boolean number = end > start && end - start <= MOST_DIGITS && !line.wordAt(end) && !fraction;
        return number ? OptionalLong.of(Long.parseLong(line.text(start, end))) : OptionalLong.empty();
    }
}
