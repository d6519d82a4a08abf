package dev.sextant.wire.tree;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;

/// One node of a JSON or YAML document. Trees are equal if they have the same nodes at the same places.
public sealed interface Node {
    /// Where it begins.
    Position at();

    /// An object with members of distinct names, in the order in which they were written.
    record Obj(List<Member> members, Position at) implements Node {
        public Obj {
            members = List.copyOf(members);
        }

        /// The value of a member.
        public Optional<Node> find(String name) {
            return members.stream().filter(m -> m.name().equals(name)).map(Member::value).findFirst();
        }
    }

    /// A member of an object.
    ///
    /// @param at where its name begins
    record Member(String name, Node value, Position at) {}

    /// A list.
    record Arr(List<Node> items, Position at) implements Node {
        public Arr {
            items = List.copyOf(items);
        }
    }

    /// A text or word.
    ///
    /// @param inner where its first character stands, which is behind the quote if there is one
    record Text(String text, Position at, Position inner) implements Node {}

    /// A finite number as it was written.
    ///
    /// @param literal a JSON number
    record Num(String literal, Position at) implements Node {
        /// Whether it was written without point and exponent.
        public boolean isWhole() {
            return literal.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        }

        /// The nearest double, which is finite.
        public double number() {
            return Double.parseDouble(literal);
        }
    }

    /// `true` or `false`.
    record Bool(boolean on, Position at) implements Node {}

    /// `null`, or in YAML nothing at all.
    record Null(Position at) implements Node {}

    /// The number that a parameter value is, a text, or a flag.
    static Node of(Value value, Position at) {
        return switch (value) {
            case Value.Real _, Value.Int _ -> new Num(value.text(), at);
            case Value.Flag(boolean on) -> new Bool(on, at);
            case Value.Text(String text) -> new Text(text, at, at);
        };
    }
}
