package dev.sextant.run.join;

import dev.sextant.model.text.SpanText;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerClient;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.tree.Node;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a worker knows of its server: whether it answers, and whether it still wants us. Thread-safe.
///
/// Whoever speaks with the server does it through here, so that the others need not try what one has found out, and so that
/// the user reads of a server that went away once, and once that it is back.
final class Connection {
    private final ServerClient client;
    private final Consumer<String> say;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<Long> awaySince = Optional.empty();
    private @Nullable String over;

    /// @param say hears, in a line, what the user should know
    Connection(ServerClient client, Consumer<String> say) {
        this.client = client;
        this.say = say;
    }

    ServerClient client() {
        return client;
    }

    void say(String line) {
        say.accept(line);
    }

    /// Has the server do something; one try.
    ///
    /// @throws ServerAwayException if there was no answer
    /// @throws ServerRefusedException if it cannot be done
    Node.Obj post(ServerClient.Post post) {
        return speak(() -> client.post(post));
    }

    /// Looks at something of the server; one try.
    Node.Obj get(String path) {
        return speak(() -> client.get(path));
    }

    /// What is said to a server and answered.
    @FunctionalInterface
    interface Speech<T> {
        T answer() throws InterruptedException;
    }

    <T> T speak(Speech<T> speech) {
        try {
            var answer = speech.answer();
            back();
            return answer;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ServerAwayException("interrupted");
        } catch (ServerAwayException none) {
            away(none);
            throw none;
        } catch (ServerRefusedException refused) {
            back();
            if (refused.isOfToken()) {
                end(refused.getMessage());
            }
            throw refused;
        }
    }

    private void away(ServerAwayException why) {
        if (set(Optional.of(System.nanoTime()))) {
            say.accept("The server does not answer (%s). What runs goes on; its results are kept until the server is back.".formatted(why.getMessage()));
        }
    }

    private void back() {
        var since = awaySince();
        if (since.isPresent() && set(Optional.empty())) {
            say.accept("The server answers again, after %s.".formatted(SpanText.of(Duration.ofSeconds(Duration.ofNanos(System.nanoTime() - since.get()).toSeconds()))));
        }
    }

    /// @return whether that is news
    private boolean set(Optional<Long> since) {
        lock.lock();
        try {
            boolean news = awaySince.isPresent() != since.isPresent();
            awaySince = news ? since : awaySince;
            changed.signalAll();
            return news;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Long> awaySince() {
        lock.lock();
        try {
            return awaySince;
        } finally {
            lock.unlock();
        }
    }

    /// Whether the last that was said to the server was not answered.
    boolean isAway() {
        return awaySince().isPresent();
    }

    /// The server wants nothing of us any more, and will not.
    void end(String why) {
        lock.lock();
        try {
            over = over == null ? why : over;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Why the server wants nothing of us any more; empty as long as it does.
    Optional<String> over() {
        lock.lock();
        try {
            return Optional.ofNullable(over);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it is known that the server answers again, but not for ever.
    void awaitBack(Duration most) throws InterruptedException {
        await(most, () -> awaySince.isPresent());
    }

    /// Waits some time, whatever happens, unless the server wants nothing of us any more.
    void rest(Duration span) throws InterruptedException {
        await(span, () -> true);
    }

    /// Waits for as long as something holds, at most some time, unless the server wants nothing of us any more.
    private void await(Duration most, BooleanSupplier holds) throws InterruptedException {
        lock.lock();
        try {
            long left = most.toNanos();
            while (holds.getAsBoolean() && over == null && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits for some news of the server, but not for ever; news may be none after all.
    @SuppressWarnings("WaitNotInLoop")
    void awaitNews(Duration most) throws InterruptedException {
        lock.lock();
        try {
            boolean _ = changed.await(most.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            lock.unlock();
        }
    }
}
