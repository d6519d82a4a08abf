package dev.sextant.run.machine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.OptionalInt;

/// The terminal that standard error is connected to.
public final class Terminal {
    private static final int STDERR = 2;
    /// `TIOCGWINSZ` of Linux: asks for rows, columns and two unused numbers.
    private static final long GET_WINDOW_SIZE = 0x5413;
    private static final int NUMBERS = 4;
    private static final int IOCTL_FIXED = 2;

    private Terminal() {}

    /// How many columns it has now; empty if there is no terminal, or the system cannot say. A few µs.
    public static OptionalInt columns() {
        try (var arena = Arena.ofConfined()) {
            var size = arena.allocate(JAVA_SHORT, NUMBERS);
            int columns = ask(size) == 0 ? Short.toUnsignedInt(size.getAtIndex(JAVA_SHORT, 1)) : 0;
            return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
        }
    }

    private static int ask(MemorySegment size) {
        try {
            return (int) Ioctl.HANDLE.invokeExact(STDERR, GET_WINDOW_SIZE, size);
        } catch (Throwable thrown) {
            throw new IllegalStateException("The call of 'ioctl' in the C library broke down.", thrown);
        }
    }

    /// Bound when the first terminal is asked.
    private static final class Ioctl {
        @SuppressWarnings("restricted")                    // the launch script grants native access
        static final MethodHandle HANDLE = Linker.nativeLinker().downcallHandle(
                Linker.nativeLinker().defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(IOCTL_FIXED));
    }
}
