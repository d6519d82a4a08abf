package dev.sextant.model.expression;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;

/// What an expression may talk about: the parameters of a search space, or the columns of a table.
public interface Scope {
    /// The kind of a name; empty if nothing has that name.
    Optional<Kind> kind(String name);

    /// The values that a choice allows, in their order; empty for numbers from a range and for free text.
    List<Value> values(String name);

    /// Whether the order of [#values(String)] means something, so that `size < large` has an answer.
    boolean ordered(String name);

    /// All names, in the order in which error messages should list them.
    List<String> names();
}
