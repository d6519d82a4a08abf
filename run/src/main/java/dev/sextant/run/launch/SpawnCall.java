package dev.sextant.run.launch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// `posix_spawn` with what a trial needs: own group, directory, standard streams, no inherited descriptor, no inherited signal mask.
final class SpawnCall {
    /// The functions of the C library this class cannot do without; the last two came with glibc 2.29 and 2.34.
    static final List<String> NEEDED = List.of("posix_spawn", "posix_spawn_file_actions_init", "posix_spawn_file_actions_destroy",
            "posix_spawn_file_actions_addopen", "posix_spawn_file_actions_adddup2", "posix_spawnattr_init", "posix_spawnattr_setflags",
            "posix_spawnattr_setsigmask", "posix_spawnattr_setsigdefault", "sigemptyset", "sigaddset",
            "posix_spawn_file_actions_addchdir_np", "posix_spawn_file_actions_addclosefrom_np");

    private static final short SETPGROUP = 0x02;
    private static final short SETSIGDEF = 0x04;
    private static final short SETSIGMASK = 0x08;
    private static final int O_RDONLY = 0;
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    /// INT, QUIT, PIPE and TERM: what a shell or the JVM may have set to be ignored. HUP stays as it is, for `nohup`.
    private static final int[] DEFAULTED = {2, 3, 13, 15};
    /// More than the size of any of the opaque structures (at most 336 bytes).
    private static final long OPAQUE = 512;

    private static final MethodHandle SPAWN = NativeCall.plain("posix_spawn", ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
    private static final MethodHandle INIT = NativeCall.plain("posix_spawn_file_actions_init", ADDRESS);
    private static final MethodHandle DESTROY = NativeCall.plain("posix_spawn_file_actions_destroy", ADDRESS);
    private static final MethodHandle ADD_OPEN = NativeCall.plain("posix_spawn_file_actions_addopen", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle ADD_DUP = NativeCall.plain("posix_spawn_file_actions_adddup2", ADDRESS, JAVA_INT, JAVA_INT);
    private static final MethodHandle ADD_CHDIR = NativeCall.plain("posix_spawn_file_actions_addchdir_np", ADDRESS, ADDRESS);
    private static final MethodHandle ADD_CLOSE = NativeCall.plain("posix_spawn_file_actions_addclosefrom_np", ADDRESS, JAVA_INT);

    private final MemorySegment attributes;
    private final MemorySegment devNull;

    SpawnCall() {
        var arena = Arena.ofAuto();
        devNull = arena.allocateFrom("/dev/null");
        attributes = attributes(arena);
    }

    /// What a call came to: a pid, or the `errno` that says why not.
    record Result(int pid, int errno) {}

    /// Starts a program.
    ///
    /// @param program its path, absolute or seen from the command's directory
    Result spawn(String program, Command command, int stdout, int stderr) {
        try (var arena = Arena.ofConfined()) {
            var actions = arena.allocate(OPAQUE, Long.BYTES);
            var pid = arena.allocate(JAVA_INT);
            int _ = (int) INIT.invokeExact(actions);
            try {
                fill(actions, arena, command, stdout, stderr);
                int errno = (int) SPAWN.invokeExact(pid, arena.allocateFrom(program), actions, attributes,
                        CStrings.array(arena, command.arguments()), CStrings.array(arena, command.environment().text(), command.environment().size()));
                return new Result(pid.get(JAVA_INT, 0), errno);
            } finally {
                int _ = (int) DESTROY.invokeExact(actions);
            }
        } catch (Throwable thrown) {
            throw NativeCall.broken("posix_spawn", thrown);
        }
    }

    private void fill(MemorySegment actions, SegmentAllocator memory, Command command, int stdout, int stderr) throws Throwable {
        int _ = (int) ADD_OPEN.invokeExact(actions, 0, devNull, O_RDONLY, 0);
        int _ = (int) ADD_DUP.invokeExact(actions, stdout, STDOUT);
        int _ = (int) ADD_DUP.invokeExact(actions, stderr, STDERR);
        int _ = (int) ADD_CLOSE.invokeExact(actions, STDERR + 1);
        int _ = (int) ADD_CHDIR.invokeExact(actions, memory.allocateFrom(command.directory().toString()));
    }

    private static MemorySegment attributes(Arena arena) {
        var attributes = arena.allocate(OPAQUE, Long.BYTES);
        var none = arena.allocate(OPAQUE, Long.BYTES);
        var defaulted = arena.allocate(OPAQUE, Long.BYTES);
        try {
            int _ = (int) NativeCall.plain("posix_spawnattr_init", ADDRESS).invokeExact(attributes);
            int _ = (int) NativeCall.plain("posix_spawnattr_setflags", ADDRESS, JAVA_SHORT).invokeExact(attributes, (short) (SETPGROUP | SETSIGDEF | SETSIGMASK));
            fillSignals(none, defaulted);
            int _ = (int) NativeCall.plain("posix_spawnattr_setsigmask", ADDRESS, ADDRESS).invokeExact(attributes, none);
            int _ = (int) NativeCall.plain("posix_spawnattr_setsigdefault", ADDRESS, ADDRESS).invokeExact(attributes, defaulted);
            return attributes;
        } catch (Throwable thrown) {
            throw NativeCall.broken("posix_spawnattr", thrown);
        }
    }

    private static void fillSignals(MemorySegment none, MemorySegment defaulted) throws Throwable {
        var empty = NativeCall.plain("sigemptyset", ADDRESS);
        var add = NativeCall.plain("sigaddset", ADDRESS, JAVA_INT);
        int _ = (int) empty.invokeExact(none);
        int _ = (int) empty.invokeExact(defaulted);
        for (int signal : DEFAULTED) {
            int _ = (int) add.invokeExact(defaulted, signal);
        }
    }
}
