package dev.sextant.strategy.neat;

import java.util.Optional;
import java.util.regex.Pattern;

/// Where an element of a list first arose: genes with the same marking have the same ancestor, wherever they stand.
///
/// @param trial in which it was inserted; 0 for those that no child inserted
/// @param place in the list there, from 1
record Marking(int trial, int place) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})");

    /// That of an element of a configuration without parents: such configurations have their first elements in common, and so on.
    static Marking founder(int place) {
        return new Marking(0, place);
    }

    String text() {
        return trial + "." + place;
    }

    static Optional<Marking> of(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Marking(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))) : Optional.empty();
    }
}
