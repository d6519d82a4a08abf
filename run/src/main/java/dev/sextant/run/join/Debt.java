package dev.sextant.run.join;

import dev.sextant.model.trial.Decision;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.trial.Outcome;
import dev.sextant.wire.http.Pauses;
import dev.sextant.wire.http.ServerAwayException;
import dev.sextant.wire.http.ServerClient.Post;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.tree.Node;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// What is owed to the server of one attempt: its reports in their order, and its end. Thread-safe.
///
/// A report goes out at once if it can. What cannot is written down and sent later, in order, as soon as the server is back; so
/// is every end, before the first try. Repetitions carry the key of the first try, and a server that has forgotten the key
/// knows the attempt: nothing is taken twice.
final class Debt {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Pauses PAUSES = new Pauses(Duration.ofMillis(100), LONGEST_PAUSE);

    private final Connection connection;
    private final DebtFile file;
    private final Owed owed;
    private final String key;
    private final Consumer<Debt> settling;
    private final Deque<Letter> waiting = new ArrayDeque<>();
    private final CountDownLatch settled = new CountDownLatch(1);
    private int next;
    private boolean carried;
    private Decision late = Decision.CONTINUE;

    /// @param content what the file says already
    /// @param settling told when nothing is owed any more
    Debt(Connection connection, DebtFile file, DebtFile.Content content, Consumer<Debt> settling) {
        this.connection = connection;
        this.file = file;
        this.owed = content.owed();
        this.key = content.key();
        this.settling = settling;
        next = content.next();
        waiting.addAll(content.letters());
    }

    Owed owed() {
        return owed;
    }

    /// Reports figures at a step.
    ///
    /// @return what the server answers, or `CONTINUE` if it does not; what it decides later comes back with a later report
    Decision report(long step, Metrics metrics) {
        Letter letter;
        Decision before;
        synchronized (this) {
            before = late;
            late = Decision.CONTINUE;
            letter = Letter.report(next++, owed, step, metrics);
            if (!waiting.isEmpty() || connection.isAway()) {
                keep(letter, false);
                return before;
            }
        }
        var now = sentAtOnce(letter);
        return before == Decision.CONTINUE ? now : before;
    }

    private Decision sentAtOnce(Letter letter) {
        try {
            return decision(post(letter));
        } catch (ServerAwayException _) {
            keep(letter, false);
        } catch (ServerRefusedException refused) {
            connection.say("A report of %s was refused: %s".formatted(owed, refused.getMessage()));
        }
        return Decision.CONTINUE;
    }

    /// Tells the end. When it returns, the end is safe on this machine, and usually told.
    void end(Outcome outcome) {
        synchronized (this) {
            keep(Letter.end(next++, owed, outcome), connection.isAway());
        }
        try {
            if (!connection.isAway()) {
                boolean _ = settled.await(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says that an attempt that was under way when its worker was killed is not run any more, if its end was not written down.
    synchronized void giveUp(String why) {
        if (waiting.isEmpty() || !waiting.getLast().isEnd()) {
            waiting.clear();
            keep(Letter.end(next++, owed, new Outcome.Returned(why)), false);
        } else {
            carry();
        }
    }

    /// Nothing is owed any more.
    void settle() {
        synchronized (this) {
            waiting.clear();
            file.delete();
        }
        settled.countDown();
        settling.accept(this);
    }

    private synchronized void keep(Letter letter, boolean forced) {
        if (settled.getCount() == 0) {
            return;
        }
        file.add(letter, forced);
        waiting.add(letter);
        carry();
    }

    private synchronized void carry() {
        if (!carried) {
            carried = true;
            Thread.ofVirtual().name("letters of " + owed).start(this::deliver);
        }
    }

    /// Sends what waits until nothing does, however long that takes.
    private void deliver() {
        try {
            int failures = 0;
            for (var letter = first(); letter.isPresent(); letter = first()) {
                connection.awaitBack(LONGEST_PAUSE);
                failures = delivered(letter.get()) ? 0 : failures + 1;
                if (connection.over().isPresent()) {
                    return;
                }
                pause(failures);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<Letter> first() {
        carried = !waiting.isEmpty();
        return Optional.ofNullable(waiting.peekFirst());
    }

    /// A server that answers, but with trouble of its own, is not asked without pause.
    private void pause(int failures) throws InterruptedException {
        if (failures > 0) {
            connection.rest(PAUSES.after(failures));
        }
    }

    private boolean delivered(Letter letter) {
        try {
            var answer = post(letter);
            if (letter.isEnd()) {
                answer.find("why").ifPresent(why -> connection.say("The end of %s, attempt %d, came too late: %s"
                        .formatted(owed, owed.attempt(), why.value() instanceof Node.Text(String text, _) ? text : "")));
            } else {
                decide(decision(answer));
            }
            sent(letter);
            return true;
        } catch (ServerAwayException _) {
            return false;
        } catch (ServerRefusedException refused) {
            if (!refused.isOfToken()) {
                refused(letter, refused);
            }
            return false;
        }
    }

    private synchronized void decide(Decision decision) {
        late = decision;
    }

    /// A result that the server cannot take is told as a failure, so that the trial ends; if not even that can be told, there is
    /// no such trial any more.
    private void refused(Letter letter, ServerRefusedException refused) {
        connection.say("The server refuses what it was told of %s: %s".formatted(owed, refused.getMessage()));
        boolean hasValues = letter.isEnd() && letter.body().contains("\"values\"");
        synchronized (this) {
            if (hasValues && refused.code().equals("not_allowed")) {
                waiting.remove(letter);
                keep(Letter.end(next++, owed, Outcome.Failed.because(refused.getMessage().lines().findFirst().orElse("the server refuses its result"))), false);
                return;
            }
        }
        sent(letter);
    }

    private void sent(Letter letter) {
        if (letter.isEnd()) {
            settle();
            return;
        }
        synchronized (this) {
            if (waiting.remove(letter)) {
                file.sent(letter);
            }
        }
    }

    private Node.Obj post(Letter letter) {
        return connection.post(new Post(owed.path(letter.route()), letter.body(), key + "-" + letter.number()));
    }

    private static Decision decision(Node.Obj answer) {
        var word = answer.find("decision").map(Node.Member::value).map(n -> n instanceof Node.Text(String text, _) ? text : "").orElse("");
        return Arrays.stream(Decision.values()).filter(d -> d.word().equals(word)).findFirst().orElse(Decision.CONTINUE);
    }

    /// What waits to be sent, for those who wonder.
    synchronized List<Letter> waiting() {
        return List.copyOf(waiting);
    }
}
