package dev.sextant.app.cli;

/// An option of a verb.
///
/// @param name as typed: `--trials`, `-p`
/// @param label of its value: `N`; empty for a switch, which has none
/// @param description for `--help`, a few words
/// @param repeatable whether it may be given more than once
record Flag(String name, String label, String description, boolean repeatable) {
    /// Given or not given.
    static Flag onOff(String name, String description) {
        return new Flag(name, "", description, false);
    }

    /// With one value.
    static Flag of(String name, String label, String description) {
        return new Flag(name, label, description, false);
    }

    /// With a value each time it is given.
    static Flag many(String name, String label, String description) {
        return new Flag(name, label, description, true);
    }

    boolean isSwitch() {
        return label.isEmpty();
    }
}
