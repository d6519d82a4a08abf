package dev.sextant.wire.tree;

import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;

/// One node of a JSON or YAML document. Trees are equal if they have the same nodes at the same places.
public sealed interface Node {
    /// Where it begins.
    Position at();

    /// What it is, for people: `the text 'abc'`, `a list`.
    String shown();

    /// An object with members of distinct names, in the order in which they were written.
    record Obj(List<Member> members, Position at) implements Node {
        public Obj {
            members = List.copyOf(members);
        }

        /// A member. O(number of members).
        public Optional<Member> find(String name) {
            return members.stream().filter(m -> m.name().equals(name)).findFirst();
        }

        /// This object but for a member.
        public Obj without(String name) {
            return new Obj(members.stream().filter(m -> !m.name().equals(name)).toList(), at);
        }

        @Override
        public String shown() {
            return "an object";
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

        @Override
        public String shown() {
            return "a list of " + items.size();
        }
    }

    /// A text or word.
    record Text(String text, Position at) implements Node {
        /// Where a character of it was written; where it begins if it was not written character for character.
        ///
        /// @param offset in characters, up to the length of the text
        public Position within(int offset) {
            var line = at.source().lineText(at.line());
            int start = line.offsetByCodePoints(0, Math.min(at.column() - 1, line.codePointCount(0, line.length())));
            int quote = start < line.length() && "'\"".indexOf(line.charAt(start)) >= 0 ? 1 : 0;
            return line.startsWith(text, start + quote) ? at.plus(quote + text.codePointCount(0, offset)) : at;
        }

        @Override
        public String shown() {
            return "the text '%s'".formatted(Shown.brief(text));
        }
    }

    /// A finite number as it was written.
    ///
    /// @param literal `[+-]?digits[.digits][e[+-]digits]`
    record Num(String literal, Position at) implements Node {
        /// Whether it was written without point and exponent.
        public boolean isWhole() {
            return literal.chars().allMatch(c -> c == '-' || c == '+' || Character.isDigit(c));
        }

        /// The nearest double, which is finite.
        public double number() {
            return Double.parseDouble(literal);
        }

        @Override
        public String shown() {
            return Shown.brief(literal);
        }
    }

    /// `true` or `false`.
    record Bool(boolean on, Position at) implements Node {
        @Override
        public String shown() {
            return Boolean.toString(on);
        }
    }

    /// `null`, or in YAML nothing at all.
    record Null(Position at) implements Node {
        @Override
        public String shown() {
            return "nothing";
        }
    }

    /// The node that a parameter value is.
    static Node of(Value value, Position at) {
        return switch (value) {
            case Value.Real _, Value.Int _ -> new Num(value.text(), at);
            case Value.Flag(boolean on) -> new Bool(on, at);
            case Value.Text(String text) -> new Text(text, at);
        };
    }
}
