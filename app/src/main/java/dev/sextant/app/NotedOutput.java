package dev.sextant.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// A stream that remembers that it could not be written, because a [java.io.PrintStream] on top of it would not say.
final class NotedOutput extends FilterOutputStream {
    /// What the system says when whoever read the other end has seen enough, as `head` does.
    private static final String READER_IS_GONE = "Broken pipe";

    private Optional<String> failure = Optional.empty();

    NotedOutput(OutputStream stream) {
        super(stream);
    }

    /// Why something is missing at the other end, unless that end was closed.
    synchronized Optional<String> failure() {
        return failure.filter(reason -> !reason.equals(READER_IS_GONE));
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException failed) {
            failure = failure.or(() -> Optional.of(String.valueOf(failed.getMessage())));
            throw failed;
        }
    }
}
