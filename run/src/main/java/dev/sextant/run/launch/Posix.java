package dev.sextant.run.launch;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.OptionalInt;

/// Descriptors, polling and waiting: the calls by which [SpawnedProcess] watches a child.
///
/// One object belongs to one thread, because it owns the memory the calls write to. Constants are those of Linux, the
/// same on every processor.
final class Posix {
    /// Bytes that one [#read] returns at most: what a pipe holds.
    static final int CHUNK = 64 * 1024;
    /// The functions of the C library this class cannot do without.
    static final List<String> NEEDED = List.of("pipe2", "read", "write", "close", "poll", "eventfd", "waitpid", "kill", "syscall");

    private static final int O_CLOEXEC = 0x80000;
    private static final int EFD_NONBLOCK = 0x800;
    private static final int WNOHANG = 1;
    private static final int ESRCH = 3;
    private static final short POLLIN = 1;
    private static final long POLL_ENTRY = 8;
    private static final int MOST_POLLED = 4;
    private static final long SYS_PIDFD_OPEN = 434;

    private static final MethodHandle PIPE2 = NativeCall.failing("pipe2", JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle READ = NativeCall.failing("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle WRITE = NativeCall.failing("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle CLOSE = NativeCall.failing("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle POLL = NativeCall.failing("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle EVENTFD = NativeCall.failing("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle WAITPID = NativeCall.failing("waitpid", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle KILL = NativeCall.failing("kill", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SYSCALL = NativeCall.variadic("syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT);

    private static final ThreadLocal<Posix> MINE = ThreadLocal.withInitial(Posix::new);

    private final MemorySegment errno;
    private final MemorySegment words;
    private final MemorySegment chunk;
    private final byte[] bytes = new byte[CHUNK];

    private Posix() {
        var arena = Arena.ofAuto();
        errno = arena.allocate(NativeCall.ERRNO_STATE);
        words = arena.allocate(MOST_POLLED * POLL_ENTRY, Long.BYTES);
        chunk = arena.allocate(CHUNK, Long.BYTES);
    }

    /// The one of the calling thread.
    static Posix here() {
        return MINE.get();
    }

    /// A pipe whose ends a started program does not inherit.
    record Pipe(int readEnd, int writeEnd) {}

    Pipe pipe() {
        int result;
        try {
            result = (int) PIPE2.invokeExact(errno, words, O_CLOEXEC);
        } catch (Throwable thrown) {
            throw NativeCall.broken("pipe2", thrown);
        }
        check(result, "make a pipe");
        return new Pipe(words.getAtIndex(JAVA_INT, 0), words.getAtIndex(JAVA_INT, 1));
    }

    /// A descriptor that becomes readable when somebody calls [#raise] on it.
    int event() {
        int result;
        try {
            result = (int) EVENTFD.invokeExact(errno, 0, O_CLOEXEC | EFD_NONBLOCK);
        } catch (Throwable thrown) {
            throw NativeCall.broken("eventfd", thrown);
        }
        return check(result, "make an event");
    }

    /// Makes an [#event] readable; does nothing if it is already.
    void raise(int event) {
        words.setAtIndex(JAVA_LONG, 0, 1);
        try {
            long _ = (long) WRITE.invokeExact(errno, event, words, (long) Long.BYTES);
        } catch (Throwable thrown) {
            throw NativeCall.broken("write", thrown);
        }
    }

    /// A descriptor that becomes readable when the process has ended, or −1 on kernels before 5.3.
    int processDescriptor(int pid) {
        try {
            return (int) (long) SYSCALL.invokeExact(errno, SYS_PIDFD_OPEN, pid, 0);
        } catch (Throwable thrown) {
            throw NativeCall.broken("pidfd_open", thrown);
        }
    }

    /// Reads what is there into [#bytes], waiting if nothing is; 0 at the end or on an error.
    int read(int descriptor) {
        int count;
        try {
            count = (int) (long) READ.invokeExact(errno, descriptor, chunk, (long) CHUNK);
        } catch (Throwable thrown) {
            throw NativeCall.broken("read", thrown);
        }
        if (count > 0) {
            MemorySegment.copy(chunk, JAVA_BYTE, 0, bytes, 0, count);
        }
        return Math.max(count, 0);
    }

    /// What the last [#read] of this thread brought.
    byte[] bytes() {
        return bytes;
    }

    /// Waits until one of at most four descriptors is readable or closed at its other end; negative ones are left out.
    ///
    /// @param millis how long at most
    /// @return bit i is set if descriptor i has something; 0 when the time is over or a signal came
    int poll(int millis, int... descriptors) {
        for (int i = 0; i < descriptors.length; i++) {
            words.set(JAVA_INT, i * POLL_ENTRY, descriptors[i]);
            words.set(JAVA_SHORT, i * POLL_ENTRY + Integer.BYTES, POLLIN);
            words.set(JAVA_SHORT, i * POLL_ENTRY + Integer.BYTES + Short.BYTES, (short) 0);
        }
        try {
            int _ = (int) POLL.invokeExact(errno, words, (long) descriptors.length, millis);
        } catch (Throwable thrown) {
            throw NativeCall.broken("poll", thrown);
        }
        return readyBits(descriptors.length);
    }

    private int readyBits(int count) {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= words.get(JAVA_SHORT, i * POLL_ENTRY + Integer.BYTES + Short.BYTES) == 0 ? 0 : 1 << i;
        }
        return bits;
    }

    /// The status word of a child that has ended, taking it off the process table; empty while it runs.
    OptionalInt reap(int pid) {
        int result;
        try {
            result = (int) WAITPID.invokeExact(errno, pid, words, WNOHANG);
        } catch (Throwable thrown) {
            throw NativeCall.broken("waitpid", thrown);
        }
        return check(result, "wait for process " + pid) == 0 ? OptionalInt.empty() : OptionalInt.of(words.getAtIndex(JAVA_INT, 0));
    }

    /// Sends a signal to every member of a process group; 0 only asks whether there is one.
    ///
    /// @return false if there is no member
    boolean signalGroup(int group, int signal) {
        try {
            int result = (int) KILL.invokeExact(errno, -group, signal);
            return result == 0 || NativeCall.errno(errno) != ESRCH;
        } catch (Throwable thrown) {
            throw NativeCall.broken("kill", thrown);
        }
    }

    /// Closes a descriptor; negative ones are left out.
    void close(int descriptor) {
        if (descriptor < 0) {
            return;
        }
        try {
            int _ = (int) CLOSE.invokeExact(errno, descriptor);
        } catch (Throwable thrown) {
            throw NativeCall.broken("close", thrown);
        }
    }

    private int check(int result, String aim) {
        if (result < 0) {
            throw new CallFailed(aim, NativeCall.errno(errno));
        }
        return result;
    }
}
