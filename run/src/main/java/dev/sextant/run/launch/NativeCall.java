package dev.sextant.run.launch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;

/// How functions of the C library are found and bound.
final class NativeCall {
    /// What a call that keeps `errno` writes to.
    static final MemoryLayout ERRNO_STATE = Linker.Option.captureStateLayout();

    private static final Linker LINKER = Linker.nativeLinker();
    private static final VarHandle ERRNO = ERRNO_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private NativeCall() {}

    /// Whether the C library of this process has all these functions.
    static boolean available(List<String> names) {
        var lookup = LINKER.defaultLookup();
        return names.stream().allMatch(name -> lookup.find(name).isPresent());
    }

    /// A function that returns an `int` which is all there is to say. Its handle takes exactly `parameters`.
    static MethodHandle plain(String name, ValueLayout... parameters) {
        return bind(name, FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
    }

    /// A function that says by −1 and `errno` that it failed. Its handle takes a segment of [#ERRNO_STATE] first.
    static MethodHandle failing(String name, ValueLayout result, ValueLayout... parameters) {
        return bind(name, FunctionDescriptor.of(result, parameters), Linker.Option.captureCallState("errno"));
    }

    /// As [#failing], for a function with `fixed` declared parameters and an ellipsis.
    static MethodHandle variadic(String name, int fixed, ValueLayout result, ValueLayout... parameters) {
        return bind(name, FunctionDescriptor.of(result, parameters),
                Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(fixed));
    }

    /// The `errno` that the last failing call wrote to `state`.
    static int errno(MemorySegment state) {
        return (int) ERRNO.get(state, 0L);
    }

    /// What to throw when a handle throws: it cannot, as C has no exceptions, so this is a broken promise.
    static IllegalStateException broken(String name, Throwable thrown) {
        return new IllegalStateException("The call of '%s' in the C library broke down.".formatted(name), thrown);
    }

    @SuppressWarnings("restricted")                        // the launch script grants native access
    private static MethodHandle bind(String name, FunctionDescriptor shape, Linker.Option... options) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
    }
}
