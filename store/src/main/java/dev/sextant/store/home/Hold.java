package dev.sextant.store.home;

import dev.sextant.engine.port.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// The grip of this process on a study: an operating system's lock, which ends with the process, and `holder.json`,
/// which names us to others and carries our heartbeat. Thread-safe.
///
/// The lock alone decides between processes of one machine. On a file system that machines share, locks are not to be
/// trusted; there a holder counts as alive while its heartbeat is fresh, and one that finds another's name in its file
/// has lost the study and stops.
final class Hold implements Grip {
    private final FileChannel lock;
    private final Object key;
    private final Access access;
    private HolderFile file;
    private Holder holder;
    private boolean over;
    private boolean released;

    Hold(FileChannel lock, Object key, HolderFile file, Holder holder, Access access) {
        this.lock = lock;
        this.key = key;
        this.file = file;
        this.holder = holder;
        this.access = access;
    }

    /// Follows the folder, which was renamed.
    synchronized void moved(Path folder) {
        file = HolderFile.in(folder);
    }

    /// Begins to show signs of life.
    ///
    /// @param lost told, once, if another took the study because we were not heard for long
    synchronized void beat(Consumer<StoreException> lost) {
        Thread.ofPlatform().daemon().name("heartbeat of " + file.path()).start(() -> beatOn(lost));
    }

    private synchronized void beatOn(Consumer<StoreException> lost) {
        while (!over) {
            try {
                wait(access.heartbeat().toMillis());
                if (!over) {
                    stranger().ifPresent(other -> lose(other, lost));
                    show();
                }
            } catch (IOException _) {
                // The disk may come back; until then the file grows old, which is the truth.
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private Optional<Holder> stranger() throws IOException {
        return file.read().filter(found -> !found.token().equals(holder.token()));
    }

    private void lose(Holder other, Consumer<StoreException> lost) {
        over = true;
        lost.accept(new StoreException("""
                The study in %s was taken over by %s, because this process had not been heard for %d seconds.
                What was acknowledged is kept; nothing more is taken here.""".formatted(
                file.path().getParent(), other, access.patience().toSeconds())));
    }

    private void show() throws IOException {
        if (!over) {
            holder = holder.alive(access.clock().instant());
            file.write(holder);
        }
    }

    @Override
    public synchronized void listensAt(Path socket) {
        holder = holder.listeningAt(socket);
        try {
            show();
        } catch (IOException failed) {
            throw new StoreException("%s cannot be written: %s.".formatted(file.path(), Refusal.text(failed)), failed);
        }
    }

    /// Lets go. Idempotent. The lock goes last: whoever gets it finds no name of ours.
    @Override
    public synchronized void close() {
        if (released) {
            return;
        }
        released = true;
        try (lock) {
            if (!over && stranger().isEmpty()) {
                file.delete();
            }
        } catch (IOException failed) {
            throw new StoreException("%s cannot be removed: %s.".formatted(file.path(), Refusal.text(failed)), failed);
        } finally {
            over = true;
            notifyAll();
            Locks.forget(key);
        }
    }
}
