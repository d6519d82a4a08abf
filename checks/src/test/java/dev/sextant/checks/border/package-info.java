/// The borders between the rooms of the house, as rules over the compiled classes of every room.
///
/// Start with [Borders]. Each rule is broken on purpose by a class annotated with [Breaks]; what the compiler already
/// refuses stands in `mutations.txt` of this module.
package dev.sextant.checks.border;
