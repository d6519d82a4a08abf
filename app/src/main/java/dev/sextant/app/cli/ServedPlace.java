package dev.sextant.app.cli;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.home.StudyHome;
import dev.sextant.store.postgres.PostgresAccess;
import dev.sextant.store.postgres.PostgresAddress;
import dev.sextant.store.postgres.PostgresHome;
import java.util.concurrent.atomic.AtomicBoolean;

/// Where the studies of a server lie: in the home that a command line means, or in a database that the server holds as
/// long as it runs. Files of trials lie in the home either way.
///
/// @param lost whether another server has taken the database
record ServedPlace(StudyHome home, Runnable closing, AtomicBoolean lost) implements AutoCloseable {
    static final Flag STORE = Flag.of("--store", "ADDRESS", "a database instead: postgresql://USER@HOST/DATABASE");
    static final Flag STANDBY = Flag.onOff("--standby", "wait while another server holds the database");

    /// Takes the place; a standby waits for it.
    ///
    /// @param whenLost run, once, if another server has taken the database
    static ServedPlace of(Call call, Runnable whenLost) {
        var folder = Studies.of(call).home();
        var lost = new AtomicBoolean();
        if (!call.has(STORE)) {
            if (call.has(STANDBY)) {
                throw new UsageException("--standby waits for a database; name it with --store.");
            }
            return new ServedPlace(folder, () -> {}, lost);
        }
        var address = PostgresAddress.parse(call.value(STORE).orElseThrow(), call.console()::variable);
        var database = PostgresHome.open(address, folder.folder(), access(call, address), why -> {
            say(call, why);
            lost.set(true);
            whenLost.run();
        });
        return new ServedPlace(database, database::close, lost);
    }

    private static PostgresAccess access(Call call, PostgresAddress address) {
        if (!call.has(STANDBY)) {
            return PostgresAccess.standard();
        }
        call.err().println("Standing by for %s.".formatted(address));
        call.err().flush();
        return PostgresAccess.standard().standingBy();
    }

    private static void say(Call call, StoreException why) {
        call.err().println("sextant: " + why.getMessage());
        call.err().flush();
    }

    boolean isLost() {
        return lost.get();
    }

    @Override
    public void close() {
        closing.run();
    }
}
