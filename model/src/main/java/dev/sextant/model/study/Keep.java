package dev.sextant.model.study;

/// Which run folders stay after their trial has finished.
public sealed interface Keep {
    record All() implements Keep {}

    /// Those of trials that did not complete.
    record Failed() implements Keep {}

    /// Those of the `count` best trials, and of trials that did not complete.
    record Best(int count) implements Keep {
        public Best {
            if (count < 1) {
                throw new IllegalArgumentException("keep best:%d: at least 1 is needed.".formatted(count));
            }
        }
    }

    record None() implements Keep {}
}
