package dev.sextant.wire.study;

import dev.sextant.model.text.Nearest;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The members of one object of a study, read strictly: a text is not a number and nothing is not zero.
///
/// @param who whose members these are, for messages: `Parameter 'lr'`, `budget`
record Fields(String who, Node.Obj object) {
    /// Reads an object that has no other members than these.
    static Fields of(String who, Node node, List<String> known) {
        var fields = new Fields(who, object(who, node));
        for (var member : fields.object.members()) {
            if (!known.contains(member.name())) {
                throw member.at().error(unknown(who, member.name(), known));
            }
        }
        return fields;
    }

    private static String unknown(String who, String name, List<String> known) {
        var question = Nearest.question(name, known).map(q -> "\n" + q).orElse("");
        return "%s has no key '%s'; keys: %s.%s".formatted(who, brief(name), String.join(", ", known), question);
    }

    static Node.Obj object(String who, Node node) {
        if (node instanceof Node.Obj object) {
            return object;
        }
        throw wrong(who, "an object 'key: value'", node);
    }

    static FormException wrong(String who, String wanted, Node given) {
        return given.at().error("%s must be %s, not %s.".formatted(who, wanted, given.shown()));
    }

    private static String brief(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }

    /// The value of a key; empty if the key is not there.
    Optional<Node> node(String key) {
        return object.find(key).map(Node.Member::value);
    }

    /// What a reader makes of the value of a key.
    <T> Optional<T> get(String key, Function<Named, T> reader) {
        return node(key).map(node -> reader.apply(new Named(key(key), node)));
    }

    private String key(String key) {
        return who.isEmpty() ? key : who.endsWith("'") ? who + ": " + key : who + "." + key;
    }

    FormException missing(String key, String example) {
        return object.at().error("%s needs '%s'.\nExample: %s".formatted(who, key, example));
    }

    /// The value of one key.
    ///
    /// @param who the key, for messages: `budget.time`
    record Named(String who, Node node) {
        FormException wrong(String wanted) {
            return Fields.wrong(who, wanted, node);
        }

        String text() {
            if (node instanceof Node.Text(String text, Position at)) {
                if (text.isEmpty()) {
                    throw at.error("%s must not be empty.".formatted(who));
                }
                return text;
            }
            throw wrong("a text");
        }

        /// A text, or a number in the digits in which it was written.
        String word() {
            return switch (node) {
                case Node.Num(String literal, _) -> literal;
                case Node.Text(String text, _) -> text;
                case Node.Bool _, Node.Null _, Node.Obj _, Node.Arr _ -> throw wrong("a text");
            };
        }

        boolean flag() {
            if (node instanceof Node.Bool(boolean on, _)) {
                return on;
            }
            throw wrong("true or false");
        }

        double number() {
            if (node instanceof Node.Num number) {
                return number.number();
            }
            throw wrong("a number");
        }

        long whole(long least, long most) {
            if (node instanceof Node.Num number && number.isWhole() && number.literal().length() <= 20) {
                try {
                    long whole = Long.parseLong(number.literal());
                    if (whole >= least && whole <= most) {
                        return whole;
                    }
                } catch (NumberFormatException _) {
                    throw wrong("a whole number within ±2^63");
                }
            }
            throw wrong(range(least, most));
        }

        private static String range(long least, long most) {
            return least == Long.MIN_VALUE ? "a whole number"
                    : least == -Numbers.MAX_WHOLE ? "a whole number within ±2^53"
                    : "a whole number from %d to %s".formatted(least,
                            most == Long.MAX_VALUE ? "2^63" : most == Numbers.MAX_WHOLE ? "2^53" : Long.toString(most));
        }

        int count(int least) {
            return (int) whole(least, Integer.MAX_VALUE);
        }

        Value value() {
            return switch (node) {
                case Node.Text(String text, _) -> new Value.Text(text);
                case Node.Num(String literal, _) -> Value.of(literal);
                case Node.Bool(boolean on, _) -> new Value.Flag(on);
                case Node.Obj _, Node.Arr _, Node.Null _ -> throw wrong("a number, a word, true or false");
            };
        }

        /// The items of a list.
        List<Named> items() {
            if (!(node instanceof Node.Arr(List<Node> items, _))) {
                throw notAList();
            }
            var named = new ArrayList<Named>();
            for (int i = 0; i < items.size(); i++) {
                named.add(new Named("%s[%d]".formatted(who, i), items.get(i)));
            }
            return named;
        }

        private FormException notAList() {
            return node instanceof Node.Text || node instanceof Node.Num
                    ? node.at().error("%s must be a list, not %s.\nWrite [%s].".formatted(who, node.shown(), YamlWriter.flow(node)))
                    : wrong("a list [ … ]");
        }

        <T> List<T> items(Function<Named, T> reader) {
            return items().stream().map(reader).toList();
        }
    }
}
