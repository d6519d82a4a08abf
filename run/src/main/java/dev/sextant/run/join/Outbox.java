package dev.sextant.run.join;

import dev.sextant.run.output.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// All that a worker owes its server: the attempts that it was given and whose end has not been told, each with a file of its own.
/// Thread-safe.
final class Outbox {
    private static final String KIND = ".jsonl";

    private final Path folder;
    private final Connection connection;
    private final Map<Owed, Debt> debts = new ConcurrentHashMap<>();

    /// @param folder that no other process uses
    Outbox(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /// Takes up what an earlier worker in this folder owed: what it had ended is told, what it was running is given back.
    ///
    /// @throws IllegalArgumentException with a message for the user, if it is owed to another server
    void takeUp() {
        for (var file : files()) {
            var content = new DebtFile(file).read();
            content.ifPresentOrElse(this::checkServer, () -> new DebtFile(file).delete());
            content.ifPresent(said -> put(new DebtFile(file), said));
        }
        giveUp("its worker was killed");
    }

    /// Gives back whatever has not ended: nothing runs any more.
    void giveUp(String why) {
        debts.values().forEach(debt -> debt.giveUp(why));
    }

    private List<Path> files() {
        try {
            Files.createDirectories(folder);
            try (var all = Files.list(folder)) {
                return all.filter(file -> file.getFileName().toString().endsWith(KIND)).sorted().toList();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The folder of results to be told, '%s', cannot be used: %s.".formatted(folder, FileTrouble.text(failed)), failed);
        }
    }

    private void checkServer(DebtFile.Content content) {
        var server = connection.client().address().toString();
        if (!content.server().equals(server)) {
            throw new IllegalArgumentException("""
                    In '%s' there are results for %s that could not be told yet, and this worker joins %s.
                    Join %s once more to tell them, use another --work, or delete that folder.""".formatted(folder, content.server(), server, content.server()));
        }
    }

    private Debt put(DebtFile file, DebtFile.Content content) {
        var debt = new Debt(connection, file, content, settled -> debts.remove(settled.owed(), settled));
        debts.put(content.owed(), debt);
        return debt;
    }

    /// An attempt was given to us.
    void open(Owed owed) {
        var file = new DebtFile(folder.resolve("%s@%d.%d%s".formatted(owed.study(), owed.trial(), owed.attempt(), KIND)));
        var content = new DebtFile.Content(connection.client().address().toString(), owed,
                UUID.randomUUID().toString(), List.of(), 0);
        file.delete();
        file.begin(content.server(), owed, content.key());
        put(file, content);
    }

    /// What is owed of an attempt; empty if nothing is any more.
    Optional<Debt> find(Owed owed) {
        return Optional.ofNullable(debts.get(owed));
    }

    /// The attempts that are owed.
    List<Owed> owed() {
        return new ArrayList<>(debts.keySet());
    }

    /// How many results are there that were not told yet.
    int untold() {
        return (int) debts.values().stream().filter(debt -> debt.waiting().stream().anyMatch(Letter::isEnd)).count();
    }
}
