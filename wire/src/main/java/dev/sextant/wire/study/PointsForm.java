package dev.sextant.wire.study;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.wire.study.CsvReader.Cell;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.trial.ListedValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Lists of configurations to try, one a line: JSON objects, or CSV with the names of parameters in the first line.
/// What a line does not name takes its default; an empty cell names nothing.
public final class PointsForm {
    private PointsForm() {}

    /// The configurations of a file, each allowed in the space. A text that begins with `{` is JSON lines, any other CSV.
    ///
    /// @throws dev.sextant.wire.tree.FormException that shows the line of the mistake
    public static List<SequencedMap<String, Value>> read(Source source, SearchSpace space) {
        var points = source.text().stripLeading().startsWith("{") ? jsonLines(source, space) : csv(source, space);
        if (points.isEmpty()) {
            throw source.start().error("The list holds no configuration.\nExample of a line: {\"lr\": 0.001}");
        }
        return points;
    }

    private static List<SequencedMap<String, Value>> jsonLines(Source source, SearchSpace space) {
        var points = new ArrayList<SequencedMap<String, Value>>();
        int number = source.firstLine();
        for (var line : source.text().split("\\r\\n|\\r|\\n", -1)) {
            if (!line.isBlank()) {
                points.add(point("This line", JsonReader.read(source.line(number, line)), space));
            }
            number++;
        }
        return points;
    }

    /// The configuration that an object says.
    static SequencedMap<String, Value> point(String who, Node node, SearchSpace space) {
        var values = new LinkedHashMap<String, Value>();
        for (var member : ListedValues.flat(Fields.object(who, node).members())) {
            var value = new Named("'%s'".formatted(member.name()), member.value()).value();
            checked(member.at(), member.name(), value, space);
            values.put(member.name(), value);
        }
        return whole(node.at(), values, space);
    }

    private static void checked(Position at, String name, Value value, SearchSpace space) {
        ParameterForm.located(at, () -> space.parameter(name).domain().accept(value).orElseThrow(
                () -> new IllegalArgumentException("Parameter '%s': %s is not allowed; allowed: %s."
                        .formatted(name, value.text(), space.parameter(name).domain().allowed()))));
    }

    private static SequencedMap<String, Value> whole(Position at, SequencedMap<String, Value> values, SearchSpace space) {
        ParameterForm.located(at, () -> space.accept(values));
        return values;
    }

    private static List<SequencedMap<String, Value>> csv(Source source, SearchSpace space) {
        var rows = CsvReader.rows(source);
        if (rows.isEmpty()) {
            return List.of();
        }
        var header = rows.getFirst();
        checkHeader(header, space);
        return rows.subList(1, rows.size()).stream().map(row -> row(header, row, space)).toList();
    }

    private static void checkHeader(List<Cell> header, SearchSpace space) {
        var names = new HashSet<String>();
        for (var cell : header) {
            ParameterForm.located(cell.at(), () -> space.parameter(cell.text()));
            if (!names.add(cell.text())) {
                throw cell.at().error("The column '%s' appears twice.".formatted(cell.text()));
            }
        }
    }

    private static SequencedMap<String, Value> row(List<Cell> header, List<Cell> row, SearchSpace space) {
        if (row.size() != header.size()) {
            throw row.getFirst().at().error("Cells in this line: %d, in the first line: %d.".formatted(row.size(), header.size()));
        }
        var values = new LinkedHashMap<String, Value>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).text().isEmpty()) {
                var value = Value.of(row.get(i).text());
                checked(row.get(i).at(), header.get(i).text(), value, space);
                values.put(header.get(i).text(), value);
            }
        }
        return whole(row.getFirst().at(), values, space);
    }
}
