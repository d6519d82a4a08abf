package dev.sextant.store.sql;

import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.StudySpec;
import dev.sextant.wire.event.EventForm;
import dev.sextant.wire.tree.FormException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What a study is, in all its versions.
///
/// @param spec that holds now, with the name under which the study is opened
/// @param everything the parameters that any version has or had, for reading the log
/// @param evolutions how often the study was taken into another space
record Identity(StudySpec spec, SearchSpace everything, long evolutions) {
    /// Reads it from the log.
    ///
    /// @throws dev.sextant.engine.port.StoreException if the log does not begin with a study
    static Identity read(Connection database, LogTable log, Fault fault) throws SQLException {
        var first = log.rows(database, 0, 0).stream().findFirst().orElseThrow(() -> fault.saying("""
                %s holds no study.
                Put back a copy of it, or delete the study and start it again.""".formatted(fault.place())));
        var versions = new ArrayList<StudySpec>();
        versions.add(spec(first, fault));
        for (var row : log.evolutions(database)) {
            versions.add(spec(row, fault));
        }
        return new Identity(versions.getLast().named(fault.study()), everything(versions), versions.size() - 1);
    }

    private static StudySpec spec(LogTable.Row row, Fault fault) {
        try {
            return row.position() == 0 ? EventForm.readCreated(row.body()).spec() : EventForm.readEvolved(row.body()).spec();
        } catch (FormException unreadable) {
            throw fault.unreadable(row.position(), unreadable);
        }
    }

    private static SearchSpace everything(List<StudySpec> versions) {
        var parameters = new LinkedHashMap<String, Parameter>();
        versions.forEach(v -> v.space().parameters().forEach(p -> parameters.put(p.name(), Parameter.of(p.name(), p.domain()))));
        return new SearchSpace(List.copyOf(parameters.sequencedValues()), List.of(), versions.size());
    }
}
