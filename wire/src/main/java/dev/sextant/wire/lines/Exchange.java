package dev.sextant.wire.lines;

/// Takes one line and gives the line that answers it.
@FunctionalInterface
public interface Exchange extends AutoCloseable {
    /// The answer to a line; both without their ends.
    ///
    /// @throws java.io.UncheckedIOException if there is no answer any more
    String answer(String line);

    @Override
    default void close() {}
}
