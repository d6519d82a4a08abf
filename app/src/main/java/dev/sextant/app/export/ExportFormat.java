package dev.sextant.app.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A form in which trials leave Sextant.
public enum ExportFormat {
    /// A table after RFC 4180 with a heading.
    CSV,
    /// One document, as `trials --json` prints it.
    JSON,
    /// One object a line.
    JSONL;

    /// The lower-case word of the command line, which is also the ending of file names.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The format with a word, if there is one.
    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
    }
}
