package dev.sextant.run.command;

/// A part of one word of a command.
sealed interface Piece {
    /// Stands as it is.
    record Literal(String text) implements Piece {}

    /// A parameter, a group, or something of Sextant's own, by name.
    record Placeholder(String name) implements Piece {}
}
