package dev.sextant.run.launch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A sink that remembers what came.
final class Printed implements OutputSink {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    @Override
    public void accept(byte[] bytes, int length) {
        all.write(bytes, 0, length);
    }

    int size() {
        return all.size();
    }

    @Override
    public String toString() {
        return all.toString(StandardCharsets.UTF_8);
    }
}
