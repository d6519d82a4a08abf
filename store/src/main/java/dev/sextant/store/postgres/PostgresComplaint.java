package dev.sextant.store.postgres;

import dev.sextant.engine.port.StoreException;
import dev.sextant.store.sql.Fault;
import java.sql.SQLException;

/// What is wrong with a study in a database, in words for its user.
///
/// @param study its name
record PostgresComplaint(String study, PostgresAddress address) implements Fault {
    @Override
    public String place() {
        return address.toString();
    }

    @Override
    public StoreException of(SQLException cause) {
        return new StoreException("Study '%s': %s".formatted(study, Refusals.text(address, cause)), cause);
    }
}
