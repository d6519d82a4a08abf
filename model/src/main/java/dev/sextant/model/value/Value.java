package dev.sextant.model.value;

import java.util.stream.LongStream;

/// One value of one parameter, as the user wrote it and as the program will see it.
public sealed interface Value {
    /// The shortest text that reads back exactly, as C and Python print it: `1e-05`, `0.001`, `true`, `64`.
    String text();

    /// A real number; never NaN or infinite. `-0.0` becomes `0.0`, so that equal numbers are equal values.
    record Real(double number) implements Value {
        public Real {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("A parameter value must be a finite number, not %s.".formatted(number));
            }
            number += 0.0;
        }

        @Override
        public String text() {
            return Numbers.text(number);
        }
    }

    /// A whole number within ±2^53, the range in which doubles count exactly.
    record Int(long number) implements Value {
        private static final Int[] SMALL = LongStream.range(0, 1_025).mapToObj(Int::new).toArray(Int[]::new);

        public Int {
            if (Math.abs(number) > Numbers.MAX_WHOLE) {
                throw new IllegalArgumentException("A whole number must lie within ±2^53 (%d), not %d."
                        .formatted(Numbers.MAX_WHOLE, number));
            }
        }

        /// The value of a whole number; the same one every time for small ones, of which a long study has millions.
        public static Int of(long number) {
            return 0 <= number && number < SMALL.length ? SMALL[(int) number] : new Int(number);
        }

        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /// A word.
    record Text(String text) implements Value {}

    /// `true` or `false`.
    record Flag(boolean on) implements Value {
        @Override
        public String text() {
            return Boolean.toString(on);
        }
    }

    /// What a word of the command line means: a whole number, a real number, `true`, `false`, or itself.
    ///
    /// `007` and `+5` are words, for as numbers they would not read back as they were written;
    /// so are numbers that no double or exact whole number can hold.
    static Value of(String word) {
        return switch (word) {
            case "true" -> new Flag(true);
            case "false" -> new Flag(false);
            default -> Numbers.isNumber(word) ? Numbers.value(word) : new Text(word);
        };
    }
}
