package dev.sextant.store.sql;

import dev.sextant.engine.port.StoreException;
import dev.sextant.engine.port.StudyView;
import dev.sextant.engine.port.ViewThrough;
import dev.sextant.model.event.Logged;
import dev.sextant.model.event.StudyEvent;
import dev.sextant.store.study.StoredStudy;
import java.util.List;

/// A study in a database, opened by its only writer. Thread-safe.
public final class SqlStudy implements StoredStudy, ViewThrough {
    private final Intake<?> intake;
    private final SqlView view;
    private final Runnable closing;

    /// @param closing lets go of the database, once all that was taken is durable; idempotent
    public SqlStudy(Intake<?> intake, SqlView view, Runnable closing) {
        this.intake = intake;
        this.view = view;
        this.closing = closing;
    }

    @Override
    public StudyView view() {
        return view;
    }

    @Override
    public Receipt append(List<Logged> events) {
        var receipt = intake.take(events);
        return events.stream().noneMatch(logged -> logged.event() instanceof StudyEvent.Evolved) ? receipt : () -> {
            receipt.await();
            view.refresh();
        };
    }

    @Override
    public void refuse(StoreException why) {
        intake.refuse(why);
    }

    @Override
    public boolean isPaused() {
        return view.isPaused();
    }

    @Override
    public boolean isBegun() {
        return view.isBegun();
    }

    @Override
    public void close() {
        view.close();
        intake.close();
        closing.run();
    }
}
