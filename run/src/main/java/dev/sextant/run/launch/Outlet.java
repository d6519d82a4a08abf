package dev.sextant.run.launch;

/// The reading end of a pipe and the sink its bytes go to. Closes the descriptor when the pipe has ended.
final class Outlet {
    private static final int CLOSED = -1;

    private final OutputSink sink;
    private int descriptor;

    Outlet(int descriptor, OutputSink sink) {
        this.descriptor = descriptor;
        this.sink = sink;
    }

    /// What to poll; negative when the pipe has ended.
    int descriptor() {
        return descriptor;
    }

    boolean open() {
        return descriptor != CLOSED;
    }

    /// Hands on one piece; waits if there is none yet.
    ///
    /// @return how many bytes; 0 if the pipe has ended
    int pump(Posix posix) {
        int count = posix.read(descriptor);
        if (count == 0) {
            close(posix);
        } else {
            sink.accept(posix.bytes(), count);
        }
        return count;
    }

    /// Hands on all there is without waiting.
    void drain(Posix posix) {
        while (open() && posix.poll(0, descriptor) != 0) {
            pump(posix);
        }
    }

    void close(Posix posix) {
        posix.close(descriptor);
        descriptor = CLOSED;
    }
}
