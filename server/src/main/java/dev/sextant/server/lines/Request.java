package dev.sextant.server.lines;

import dev.sextant.model.study.StudySpec;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// One request: `{"ask":{"study":"s","count":1}}`. Types are strict: a text is not a number, 1.0 is not a whole one.
///
/// @param kind `ask`
/// @param body its members
record Request(String kind, Node.Obj body) {
    /// Reads the one request of a line.
    ///
    /// @param known the kinds there are
    static Request of(Node.Obj line, List<String> known) {
        var members = line.members().stream().filter(m -> !m.name().equals("id")).toList();
        for (var member : members) {
            if (!known.contains(member.name())) {
                throw unknown(ErrorCode.UNKNOWN_REQUEST, "There is no request '%s'; requests: %s.", member, known);
            }
        }
        if (members.size() != 1) {
            throw line.at().error("A line has one request, not %d.\nExample: {\"ask\":{\"study\":\"s\",\"count\":1}}"
                    .formatted(members.size()));
        }
        var member = members.getFirst();
        if (member.value() instanceof Node.Obj body) {
            return new Request(member.name(), body);
        }
        throw wrong(member.name(), "an object", member.value());
    }

    /// Refuses members that this kind of request does not have.
    void allowOnly(String... members) {
        var known = List.of(members);
        for (var member : body.members()) {
            if (!known.contains(member.name())) {
                throw unknown(ErrorCode.WRONG_FORM, kind + " has no member '%s'; members: %s.", member, known);
            }
        }
    }

    private static RequestRefusedException unknown(ErrorCode code, String rule, Node.Member given, List<String> known) {
        var name = given.name().length() <= 60 ? given.name() : given.name().substring(0, 60) + "…";
        var question = Nearest.question(given.name(), known).map(q -> "\n" + q).orElse("");
        return new RequestRefusedException(code, rule.formatted(name, String.join(", ", known)) + question, given.at().pointer());
    }

    private static FormException wrong(String who, String wanted, Node given) {
        return given.at().error("%s must be %s, not %s.".formatted(who, wanted, given.shown()));
    }

    private FormException wrongMember(String key, String wanted, Node given) {
        return wrong(kind + "." + key, wanted, given);
    }

    /// That a member is there but not what it must be.
    FormException wrongMember(String key, String wanted) {
        return wrongMember(key, wanted, need(key));
    }

    boolean has(String key) {
        return body.find(key).isPresent();
    }

    private Optional<Node> find(String key) {
        return body.find(key).map(Node.Member::value);
    }

    private Node need(String key) {
        return find(key).orElseThrow(() -> body.at().error("%s needs '%s'.".formatted(kind, key)));
    }

    String text(String key) {
        return text(key, need(key));
    }

    /// A text, or what stands for it if it was not given.
    String text(String key, String otherwise) {
        return find(key).map(n -> text(key, n)).orElse(otherwise);
    }

    private String text(String key, Node given) {
        if (given instanceof Node.Text(String text, _) && !text.isEmpty()) {
            return text;
        }
        throw wrongMember(key, "a text", given);
    }

    /// Whether a member that can only be `true` is there.
    boolean flag(String key) {
        return find(key).map(given -> {
            if (given instanceof Node.Bool(boolean on, _) && on) {
                return true;
            }
            throw wrongMember(key, "true", given);
        }).orElse(false);
    }

    long whole(String key, long least, long most) {
        return whole(key, need(key), least, most);
    }

    /// A whole number, or what stands for it if it was not given.
    long whole(String key, long least, long most, long otherwise) {
        return find(key).map(n -> whole(key, n, least, most)).orElse(otherwise);
    }

    private long whole(String key, Node given, long least, long most) {
        if (given instanceof Node.Num number && number.isWhole() && number.literal().length() <= 18) {
            long whole = Long.parseLong(number.literal());
            if (whole >= least && whole <= most) {
                return whole;
            }
        }
        throw wrongMember(key, most >= Integer.MAX_VALUE ? "a whole number of at least " + least
                : "a whole number from %d to %d".formatted(least, most), given);
    }

    private Node.Obj object(String key) {
        var given = need(key);
        if (given instanceof Node.Obj object) {
            return object;
        }
        throw wrongMember(key, "an object", given);
    }

    /// Values by the names of parameters; whether those exist is the study's business.
    SequencedMap<String, Value> parameters(String key) {
        var values = new LinkedHashMap<String, Value>();
        object(key).members().forEach(m -> values.put(m.name(), value(key + "." + m.name(), m.value())));
        return values;
    }

    private Value value(String key, Node given) {
        return switch (given) {
            case Node.Text(String text, _) -> new Value.Text(text);
            case Node.Num(String literal, _) -> Value.of(literal);
            case Node.Bool(boolean on, _) -> new Value.Flag(on);
            case Node.Obj _, Node.Arr _, Node.Null _ -> throw wrongMember(key, "a number, a text, true or false", given);
        };
    }

    /// Figures for metrics of the study.
    Metrics metrics(String key, StudySpec spec) {
        var known = spec.metrics();
        var values = new LinkedHashMap<String, Double>();
        for (var member : object(key).members()) {
            if (!known.contains(member.name())) {
                throw unknown(ErrorCode.WRONG_FORM, "Study '" + spec.name() + "' has no metric '%s'; metrics: %s.", member, known);
            }
            if (!(member.value() instanceof Node.Num number)) {
                throw wrongMember(key + "." + member.name(), "a number", member.value());
            }
            values.put(member.name(), number.number());
        }
        return new Metrics(values);
    }

    /// Has something done whose refusal concerns one member.
    <T> T blaming(String key, ErrorCode code, Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException refused) {
            throw new RequestRefusedException(code, String.valueOf(refused.getMessage()), body.at().pointer().child(key));
        }
    }

    /// As the other, with [ErrorCode#NOT_ALLOWED].
    <T> T blaming(String key, Supplier<T> action) {
        return blaming(key, ErrorCode.NOT_ALLOWED, action);
    }
}
