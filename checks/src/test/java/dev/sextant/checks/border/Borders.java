package dev.sextant.checks.border;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/// Every border of the house.
final class Borders {
    private Borders() {}

    static List<ArchRule> all() {
        return Stream.of(Neighbours.rules(), Thinking.rules(), Doors.rules(), Shape.rules())
                .flatMap(List::stream)
                .map(rule -> rule.allowEmptyShould(true))    // a room without classes yet; the count guards the whole
                .toList();
    }
}
