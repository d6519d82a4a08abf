package dev.sextant.app.cli;

import java.util.List;

/// An option of a verb.
///
/// @param name as typed: `--trials`, `-p`
/// @param label of its value: `N`; empty for a switch, which has none
/// @param description for `--help`, a few words
/// @param repeatable whether it may be given more than once
/// @param group under which the help of a verb with many flags lists it; empty for a line of its own
/// @param values all that may be given, for completion; empty if they cannot be listed
record Flag(String name, String label, String description, boolean repeatable, String group, List<String> values) {
    /// Given or not given.
    static Flag onOff(String name, String description) {
        return of(name, "", description);
    }

    /// With one value.
    static Flag of(String name, String label, String description) {
        return new Flag(name, label, description, false, "", List.of());
    }

    /// With a value each time it is given.
    static Flag many(String name, String label, String description) {
        return new Flag(name, label, description, true, "", List.of());
    }

    /// Listed in a group.
    Flag in(String group) {
        return new Flag(name, label, description, repeatable, group, values);
    }

    /// With one of these values.
    Flag oneOf(List<String> some) {
        return new Flag(name, label, description, repeatable, group, List.copyOf(some));
    }

    boolean isSwitch() {
        return label.isEmpty();
    }

    /// `--trials N`.
    String head() {
        return (name + " " + label).strip();
    }
}
