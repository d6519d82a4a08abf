package dev.sextant.bench.chaos;

import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;

/// One event of a log, in the public form.
///
/// @param line as it was read, to the letter
record Entry(String line, Node.Obj members) {
    static Entry of(String line) {
        if (JsonReader.read(Source.file("event", line)) instanceof Node.Obj members) {
            return new Entry(line, members);
        }
        throw new IllegalArgumentException("Not an event: " + line);
    }

    String event() {
        return text("event");
    }

    boolean is(String event) {
        return event().equals(event);
    }

    int trial() {
        return (int) number("trial");
    }

    Attempt attempt() {
        return new Attempt(trial(), (int) number("attempt"));
    }

    Instant time() {
        return Instant.parse(text("time"));
    }

    /// The value with which an attempt was complete; empty for any other event.
    OptionalDouble loss() {
        return is("ended") && text("outcome").equals("complete") ? OptionalDouble.of(within("values", "loss")) : OptionalDouble.empty();
    }

    /// The configuration that was proposed.
    double x() {
        return within("parameters", "x");
    }

    String text(String member) {
        return find(members, member) instanceof Node.Text(String text, _) ? text : "";
    }

    private double number(String member) {
        return number(find(members, member));
    }

    private double within(String object, String member) {
        return number(find(members, object) instanceof Node.Obj inner ? find(inner, member) : members);
    }

    private static Node find(Node.Obj object, String member) {
        return object.find(member).map(Node.Member::value).orElse(object);
    }

    private double number(Node node) {
        if (node instanceof Node.Num number) {
            return number.number();
        }
        throw new NoSuchElementException("A number is missing: " + line);
    }
}
