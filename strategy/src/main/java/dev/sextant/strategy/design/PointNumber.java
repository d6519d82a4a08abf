package dev.sextant.strategy.design;

import java.util.OptionalLong;

/// The number of a point as the note of a proposal.
final class PointNumber {
    private PointNumber() {}

    /// The number a note holds; empty if the note was written by another strategy.
    static OptionalLong of(String note) {
        boolean number = !note.isEmpty() && note.length() <= 18 && note.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalLong.of(Long.parseLong(note)) : OptionalLong.empty();
    }
}
