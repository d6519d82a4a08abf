package dev.sextant.store.home;

import dev.sextant.engine.port.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wish to hold a study.
///
/// @param study its name
/// @param folder where it lies
record Claim(String study, Path folder, Access access) {
    /// How long a process that has the lock may take to say who it is.
    private static final Duration TO_SAY_SO = Duration.ofMillis(200);

    /// What came of it.
    sealed interface Result {
        record Won(Hold hold) implements Result {}

        record Lost(Taking.Refused refused) implements Result {}
    }

    /// Takes the study if nobody holds it; a holder that is dead is nobody.
    ///
    /// @throws StoreException if the folder cannot be written, or its file system has no locks
    Result make() {
        try {
            return make(lockFile());
        } catch (IOException failed) {
            throw new StoreException("""
                    Study '%s': it cannot be locked in %s: %s.
                    The folder must be writable, and its file system must have locks; else use another home (--home)."""
                    .formatted(study, folder, Refusal.text(failed)), failed);
        }
    }

    /// As [#make()], for those who can do nothing without the study.
    ///
    /// @throws StudyHeldException if somebody else holds it
    Hold orThrow() {
        return switch (make()) {
            case Result.Won(var hold) -> hold;
            case Result.Lost(var refused) -> throw new StudyHeldException(refused);
        };
    }

    private Path lockFile() throws IOException {
        var file = folder.resolve("lock");
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException _) {
            return file;
        }
        return file;
    }

    private Result make(Path file) throws IOException {
        var key = Locks.key(file);
        if (!Locks.note(key)) {
            return lost();
        }
        FileChannel lock = null;
        boolean won = false;
        try {
            lock = FileChannel.open(file, StandardOpenOption.WRITE);
            var result = lock.tryLock() == null ? lost() : locked(lock, key);
            won = result instanceof Result.Won;
            return result;
        } finally {
            if (!won) {
                letGo(lock, key);
            }
        }
    }

    private static void letGo(@Nullable FileChannel lock, Object key) throws IOException {
        Locks.forget(key);
        if (lock != null) {
            lock.close();
        }
    }

    private Result locked(FileChannel lock, Object key) throws IOException {
        var file = HolderFile.in(folder);
        var before = file.read();
        if (before.isPresent() && mayLive(before.get(), file)) {
            return new Result.Lost(refused(before));
        }
        var now = access.clock().instant();
        long process = ProcessHandle.current().pid();
        var holder = new Holder(access.machine(), process, Machine.start(process).orElse(0), now, now,
                UUID.randomUUID().toString(), Optional.empty());
        file.write(holder);
        return new Result.Won(new Hold(lock, key, file, holder, access));
    }

    /// Whether a named holder may be alive although we got the lock.
    private boolean mayLive(Holder named, HolderFile file) throws IOException {
        boolean sameKernel = named.machine().boot().equals(access.machine().boot());
        boolean sameHost = named.machine().host().equals(access.machine().host());
        if (!access.isShared(folder) && (sameKernel || sameHost)) {
            return false;
        }
        if (sameKernel && sameHost) {
            return isRunning(named);
        }
        return silence(file).compareTo(access.patience()) < 0;
    }

    private static boolean isRunning(Holder named) {
        var start = Machine.start(named.process());
        return start.isPresent() && start.getAsLong() == named.start();
    }

    /// How long a holder was not heard, by the clock of the file system: those of two machines may differ.
    private Duration silence(HolderFile file) throws IOException {
        var probe = folder.resolve("lock.now");
        try {
            Files.writeString(probe, "");
            FileTime now = Files.getLastModifiedTime(probe);
            return Duration.between(file.written(), now.toInstant());
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private Result lost() throws IOException {
        var holder = HolderFile.in(folder).read();
        long end = System.nanoTime() + TO_SAY_SO.toNanos();
        while (holder.isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
            holder = HolderFile.in(folder).read();
        }
        return new Result.Lost(refused(holder));
    }

    private Taking.Refused refused(Optional<Holder> holder) {
        return new Taking.Refused(holder, """
                Study '%s' is held by %s.
                Let it end, or stop it there; it can be read meanwhile. Another study needs another name (--name)."""
                .formatted(study, holder.map(Holder::toString).orElse("another process")));
    }

    /// The holder that seems to be alive, without any claim.
    Optional<Holder> seen() {
        try {
            var file = HolderFile.in(folder);
            var named = file.read();
            return named.isPresent() && seemsAlive(named.get()) ? named : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private boolean seemsAlive(Holder named) {
        if (named.machine().equals(access.machine())) {
            return isRunning(named);
        }
        return Duration.between(named.heartbeat(), access.clock().instant()).compareTo(access.patience()) < 0;
    }
}
