package dev.sextant.server.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A stream that ends when whoever listens is not welcome any more, because his token was revoked or has expired: he is looked at
/// before something is written, at most once a second. One thread.
final class WatchedStream extends FilterOutputStream {
    private static final long BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier welcome;
    private long looked = System.nanoTime();

    WatchedStream(OutputStream out, BooleanSupplier welcome) {
        super(out);
        this.welcome = welcome;
    }

    private void look() throws IOException {
        long now = System.nanoTime();
        if (now - looked < BETWEEN_LOOKS) {
            return;
        }
        looked = now;
        if (!welcome.getAsBoolean()) {
            throw new IOException("the token was revoked or has expired");
        }
    }

    @Override
    public void write(int one) throws IOException {
        look();
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        look();
        out.write(bytes, from, count);
    }
}
