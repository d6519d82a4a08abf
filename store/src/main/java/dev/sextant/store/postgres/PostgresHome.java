package dev.sextant.store.postgres;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.store.home.Grip;
import dev.sextant.store.home.HeldStudy;
import dev.sextant.store.home.Holder;
import dev.sextant.store.home.Machine;
import dev.sextant.store.home.StudyFolder;
import dev.sextant.store.home.StudyHome;
import dev.sextant.store.home.StudyNameException;
import dev.sextant.store.home.Taking;
import dev.sextant.store.sql.Commits;
import dev.sextant.store.sql.SqlStudy;
import dev.sextant.store.sql.SqlView;
import dev.sextant.store.study.StoredView;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Studies in a PostgreSQL database that this process holds, all of them. Thread-safe.
///
/// While the database does not answer, appends wait until it does: nothing is lost, and nothing is written twice. Once
/// another process has taken the place, all of them are refused.
public final class PostgresHome implements StudyHome, AutoCloseable {
    private final PostgresAddress address;
    private final Path files;
    private final PostgresAccess access;
    private final Tenure tenure;
    private final Commits<PostgresStudy> commits;
    private final PostgresReaders readers;
    private final Catalog catalog;
    private final Instant opened;
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    private PostgresHome(Connecting connecting, Path files, PostgresAccess access, Succession.Seat seat) {
        this.address = connecting.address();
        this.files = files.toAbsolutePath().normalize();
        this.access = access;
        this.opened = access.clock().instant();
        this.tenure = new Tenure(connecting, access, seat);
        this.commits = Commits.start("store of " + address, new PostgresWriting(tenure));
        this.readers = new PostgresReaders(connecting::open);
        this.catalog = new Catalog(tenure, readers);
    }

    /// Takes the database, makes its tables or brings them up to date. A standby waits here until it is its turn.
    ///
    /// @param files the folder in which run folders lie, `studies/NAME` for each study
    /// @param ifLost told, once, if another process takes the place: nothing that is tried from then on succeeds
    /// @throws StoreException if it cannot be used, or another process holds it; then nothing was changed
    public static PostgresHome open(PostgresAddress address, Path files, PostgresAccess access, Consumer<StoreException> ifLost) {
        var connecting = new Connecting(address, "sextant, process %d".formatted(ProcessHandle.current().pid()));
        var home = new PostgresHome(connecting, files, access, new Succession(connecting, access).take());
        home.tenure.begin(why -> {
            home.commits.refuse(why);
            ifLost.accept(why);
        });
        boolean opened = false;
        try {
            var leftovers = home.catalog.nameless();
            Thread.ofPlatform().daemon().name("sweeping " + address).start(() -> home.catalog.sweep(leftovers));
            opened = true;
            return home;
        } finally {
            if (!opened) {
                home.close();
            }
        }
    }

    @Override
    public String place() {
        return address.toString();
    }

    @Override
    public void awaitCertainty() {
        tenure.awaitCertainty();
    }

    @Override
    public List<String> names() {
        return catalog.names();
    }

    @Override
    public boolean has(String name) {
        return catalog.find(name).isPresent();
    }

    private long find(String name) {
        return catalog.find(name).orElseThrow(() -> StudyNameException.unknown(name, place(), names()));
    }

    /// This process, or nobody.
    @Override
    public Optional<Holder> holder(String name) {
        if (!held.contains(name)) {
            return Optional.empty();
        }
        long process = ProcessHandle.current().pid();
        var now = access.clock().instant();
        return Optional.of(new Holder(Machine.here(), process, Machine.start(process).orElse(0), opened, now, "", Optional.empty()));
    }

    @Override
    public StoredView read(String name) {
        return view(name, find(name));
    }

    private SqlView view(String name, long id) {
        var complaint = new PostgresComplaint(name, address);
        try {
            return SqlView.over(complaint, new PostgresDialect(id), readers.shared());
        } catch (SQLException failed) {
            throw complaint.of(failed);
        }
    }

    @Override
    public HeldStudy create(StudySpec spec, Settings settings, List<StudyEvent.Remembered> memories) {
        var name = spec.name();
        if (!held.add(name)) {
            throw StudyNameException.taken(name);
        }
        boolean made = false;
        try {
            if (has(name)) {
                throw StudyNameException.taken(name);
            }
            var study = make(new StudyEvent.Created(spec, settings), memories);
            made = true;
            return study;
        } finally {
            if (!made) {
                held.remove(name);
            }
        }
    }

    /// The log comes first, the name last: nobody sees half a study.
    private HeldStudy make(StudyEvent.Created created, List<StudyEvent.Remembered> memories) {
        var name = created.spec().name();
        long id = catalog.make();
        var intake = commits.open(PostgresStudy.of(id, new PostgresComplaint(name, address), tenure), 0);
        var now = access.clock().instant();
        var events = new ArrayList<>(List.of(new Logged(0, now, created)));
        memories.forEach(memory -> events.add(new Logged(events.size(), now, memory)));
        intake.take(events).await();
        catalog.name(id, name);
        return hold(name, new SqlStudy(intake, view(name, id), () -> {}));
    }

    private HeldStudy hold(String name, SqlStudy study) {
        return new HeldStudy(files(name), new Name(name, held), study);
    }

    @Override
    public StudyFolder files(String name) {
        return new StudyFolder(name, files.resolve("studies").resolve(name));
    }

    /// What keeps the rest of this process from a study. No other process looks for it.
    private record Name(String study, Set<String> held) implements Grip {
        @Override
        public void listensAt(Path socket) {}

        @Override
        public void close() {
            held.remove(study);
        }
    }

    @Override
    public Taking take(String name) {
        if (!held.add(name)) {
            return refused(name);
        }
        boolean taken = false;
        try {
            long id = find(name);
            var view = view(name, id);
            var intake = commits.open(PostgresStudy.of(id, new PostgresComplaint(name, address), tenure), view.length());
            var study = hold(name, new SqlStudy(intake, view, () -> {}));
            taken = true;
            return new Taking.Taken(study);
        } finally {
            if (!taken) {
                held.remove(name);
            }
        }
    }

    private static Taking.Refused refused(String name) {
        return new Taking.Refused(Optional.empty(), """
                Study '%s' is being run by this very process.
                Let it end, or stop it there; it can be read meanwhile.""".formatted(name));
    }

    @Override
    public void rename(String name, String to) {
        StudySpec.checkName(to);
        withIdle(name, id -> {
            catalog.name(id, to);
            files(name).moveTo(files(to));
        });
    }

    @Override
    public void delete(String name) {
        withIdle(name, id -> {
            catalog.delete(id);
            files(name).delete();
        });
    }

    private void withIdle(String name, Consumer<Long> action) {
        if (!held.add(name)) {
            refused(name).orThrow();
        }
        try {
            action.accept(find(name));
        } finally {
            held.remove(name);
        }
    }

    /// Makes durable what was taken, and leaves the database to the next one. Idempotent.
    @Override
    public void close() {
        tenure.announceEnd();
        commits.close();
        try {
            readers.close();
        } catch (SQLException failed) {
            throw Refusals.of(address, failed);
        }
    }
}
