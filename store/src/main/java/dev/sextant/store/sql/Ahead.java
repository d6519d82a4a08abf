package dev.sextant.store.sql;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// Reads a long range in parts, a thread a core, and hands the parts over in order: while one is looked at, the next ones
/// are read.
final class Ahead {
    private Ahead() {}

    /// Hands over what stands from `first` to `end`, which is not included.
    ///
    /// @param size of a part
    /// @param read reads the part that starts at a position
    static <T> void inParts(long first, long end, int size, LongFunction<T> read, Consumer<T> reader) {
        if (end - first <= size) {
            reader.accept(read.apply(first));
            return;
        }
        int cores = Runtime.getRuntime().availableProcessors();
        try (var threads = Executors.newFixedThreadPool(cores)) {
            Queue<CompletableFuture<T>> parts = new ArrayDeque<>();
            long next = first;
            while (next < end || !parts.isEmpty()) {
                while (next < end && parts.size() <= cores) {
                    long start = next;
                    parts.add(CompletableFuture.supplyAsync(() -> read.apply(start), threads));
                    next += size;
                }
                reader.accept(read(parts.remove()));
            }
        }
    }

    private static <T> T read(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }
}
