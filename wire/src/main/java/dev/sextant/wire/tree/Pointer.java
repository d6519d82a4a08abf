package dev.sextant.wire.tree;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.stream.Collectors;

/// The way from the top of a document to one of its nodes. Its text is a JSON pointer (RFC 6901): `/space/lr/real/0`.
///
/// @param parent the way to the object or list that holds the node; empty at the top
/// @param step the name of the member or the index of the item; nothing at the top
public record Pointer(Optional<Pointer> parent, String step) {
    /// The top of a document.
    public static final Pointer ROOT = new Pointer(Optional.empty(), "");

    /// The way one step further down.
    public Pointer child(String member) {
        return new Pointer(Optional.of(this), member);
    }

    @Override
    public String toString() {
        var steps = new ArrayDeque<String>();
        for (var at = this; at.parent.isPresent(); at = at.parent.get()) {
            steps.addFirst(at.step);
        }
        return steps.stream().map(s -> "/" + s.replace("~", "~0").replace("/", "~1")).collect(Collectors.joining());
    }
}
