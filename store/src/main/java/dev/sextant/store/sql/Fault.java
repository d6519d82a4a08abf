package dev.sextant.store.sql;

import dev.sextant.engine.port.StoreException;
import dev.sextant.wire.tree.FormException;
import java.sql.SQLException;

/// What is wrong with the database of a study, in words for its user.
public interface Fault {
    /// The name of the study.
    String study();

    /// What people call the place of the study: a file, or the address of a database.
    String place();

    /// What the driver complains about.
    StoreException of(SQLException cause);

    default StoreException saying(String message) {
        return new StoreException("Study '%s': %s".formatted(study(), message));
    }

    default StoreException unreadable(long position, FormException cause) {
        return new StoreException("""
                Study '%s': event %d in %s cannot be read.
                %s""".formatted(study(), position, place(), cause.getMessage()), cause);
    }
}
