package dev.sextant.store.home;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.study.StoredView;
import java.util.List;
import java.util.Optional;

/// A place where studies lie: a [folder][Home], or a [database][dev.sextant.store.postgres.PostgresHome]. Thread-safe.
public interface StudyHome {
    /// What people call the place: a folder, or the address of a database without its password.
    String place();

    /// The names of all studies, latest used first.
    ///
    /// @throws dev.sextant.engine.port.StoreException if they cannot be listed
    List<String> names();

    /// Returns when it is certain that what this process knows of studies it has taken is what they are: a database may have been taken over
    /// while the process stood still.
    ///
    /// @throws dev.sextant.engine.port.StoreException if it was, or if that cannot be found out
    default void awaitCertainty() {}

    /// Whether there is a study of this name.
    boolean has(String name);

    /// Who runs a study now, as far as he has said so; empty if nobody does, or there is no such study.
    Optional<Holder> holder(String name);

    /// Where the files of a study lie on this machine: run folders, and what workers sent. It may not exist.
    ///
    /// @throws StudyNameException if there is no study of that name, as far as that can be seen without opening one
    StudyFolder files(String name);

    /// Opens a study for reading. It never blocks or harms whoever runs it.
    ///
    /// @throws StudyNameException if there is none of that name
    /// @throws dev.sextant.engine.port.StoreException if it cannot be read
    StoredView read(String name);

    /// Makes a study and takes it. Its log holds that it was created, and what it knows from the start.
    ///
    /// @throws StudyNameException if there is one of that name
    /// @throws dev.sextant.engine.port.StoreException if it cannot be made; then nothing of it stays
    HeldStudy create(StudySpec spec, Settings settings, List<StudyEvent.Remembered> memories);

    /// Takes a study: nobody else writes it until it is closed.
    ///
    /// @throws StudyNameException if there is none of that name
    /// @throws dev.sextant.engine.port.StoreException if it cannot be read or written; then nothing was changed
    Taking take(String name);

    /// Gives a study another name.
    ///
    /// @throws StudyNameException if there is none of the old name, or one of the new
    /// @throws StudyHeldException if it is being run
    void rename(String name, String to);

    /// Deletes a study with all its run folders.
    ///
    /// @throws StudyNameException if there is none of that name
    /// @throws StudyHeldException if it is being run
    void delete(String name);
}
