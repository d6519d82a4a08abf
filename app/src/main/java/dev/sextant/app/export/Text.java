package dev.sextant.app.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/// A writer that can be used where no checked exception may pass.
record Text(Writer writer) {
    Text add(String text) {
        try {
            writer.write(text);
            return this;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
