package dev.sextant.model.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The known words nearest to a mistyped one: "did you mean …".
///
/// Upper and lower case count as the same letter. A word of `n` letters (the longer of the two) may differ by
/// `(n + 2) / 4` edits: none in one letter, one in two to five, two in six to nine, and so on. At most three words are
/// offered. Cost: O(n²) for each known word of a length near to the given one, O(1) for the others.
///
/// Source: the optimal string alignment distance, the restricted form of F. Damerau, "A technique for computer
/// detection and correction of spelling errors", CACM 7(3), 1964: insertion, deletion, substitution and the swap of
/// two neighbours cost one each, and no letter is edited twice.
public final class Nearest {
    private static final int MOST_OFFERED = 3;
    private static final int LONGEST = 200;

    private Nearest() {}

    /// The known words near to the given one, nearest first, in the order of `known` among equals; at most three.
    ///
    /// @param given what was typed; nothing is near to a text of more than 200 characters
    public static List<String> to(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return List.of();
        }
        var typed = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> Math.abs(word.length() - given.length()) <= allowed(given, word))
                .map(word -> new Candidate(word, distance(typed, word.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= allowed(given, candidate.word()))
                .sorted(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::word)
                .distinct()
                .limit(MOST_OFFERED)
                .toList();
    }

    /// The question to end an error message with, `Did you mean 'width'?` or `Did you mean 'width' or 'with'?`;
    /// empty if nothing is near.
    public static Optional<String> question(String given, Collection<String> known) {
        var near = to(given, known);
        return near.isEmpty() ? Optional.empty() : Optional.of("Did you mean '%s'?".formatted(String.join("' or '", near)));
    }

    /// The number of edits that turn one word into the other; upper and lower case differ. O(n·m) time, O(m) space.
    public static int distance(String from, String to) {
        var twoAbove = new int[to.length() + 1];
        var above = new int[to.length() + 1];
        var row = new int[to.length() + 1];
        Arrays.setAll(above, column -> column);
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, 1 + Math.min(above[j], row[j - 1]));
                if (swapped(from, i, to, j)) {
                    row[j] = Math.min(row[j], 1 + twoAbove[j - 2]);
                }
            }
            var spare = twoAbove;
            twoAbove = above;
            above = row;
            row = spare;
        }
        return above[to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }

    private static int allowed(String given, String word) {
        return (Math.max(given.length(), word.length()) + 2) / 4;
    }

    private record Candidate(String word, int distance) {}
}
