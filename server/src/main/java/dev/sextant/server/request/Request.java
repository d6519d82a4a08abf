package dev.sextant.server.request;

import dev.sextant.engine.KeyTakenException;
import dev.sextant.engine.Wanted;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.trial.Metrics;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.trial.TrialForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// One request: `{"ask":{"study":"s","count":1}}`. Types are strict: a text is not a number, 1.0 is not a whole one.
///
/// @param kind `ask`
/// @param body its members
public record Request(String kind, Node.Obj body) {
    /// Reads the one request of a line.
    ///
    /// @param known the kinds there are
    public static Request of(Node.Obj line, List<String> known) {
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
    public void allowOnly(String... members) {
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
    public FormException wrongMember(String key, String wanted) {
        return wrongMember(key, wanted, need(key));
    }

    /// Whether a member is there.
    public boolean has(String key) {
        return body.find(key).isPresent();
    }

    private Optional<Node> find(String key) {
        return body.find(key).map(Node.Member::value);
    }

    /// A member that must be there, whatever it is.
    public Node need(String key) {
        return find(key).orElseThrow(() -> body.at().error("%s needs '%s'.".formatted(kind, key)));
    }

    /// A text that is not empty.
    public String text(String key) {
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
        throw wrongMember(key, "a text that is not empty", given);
    }

    /// A text, if it was given.
    public Optional<String> maybeText(String key) {
        return find(key).map(given -> text(key, given));
    }

    /// A number, if it was given.
    OptionalDouble maybeNumber(String key) {
        return find(key).map(given -> {
            if (given instanceof Node.Num number) {
                return OptionalDouble.of(number.number());
            }
            throw wrongMember(key, "a number", given);
        }).orElse(OptionalDouble.empty());
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

    /// A whole number within bounds.
    public long whole(String key, long least, long most) {
        return whole(key, need(key), least, most);
    }

    /// A whole number, or what stands for it if it was not given.
    public long whole(String key, long least, long most, long otherwise) {
        return find(key).map(n -> whole(key, n, least, most)).orElse(otherwise);
    }

    /// A whole number within bounds, if it was given.
    public Optional<Long> maybeWhole(String key, long least, long most) {
        return find(key).map(given -> whole(key, given, least, most));
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

    /// `true` or `false`, which it is if it was not given.
    public boolean bool(String key) {
        return find(key).map(given -> {
            if (given instanceof Node.Bool(boolean on, _)) {
                return on;
            }
            throw wrongMember(key, "true or false", given);
        }).orElse(false);
    }

    /// Texts that are not empty; none if they were not given.
    public List<String> texts(String key) {
        return find(key).map(given -> {
            if (given instanceof Node.Arr list) {
                return list.items().stream().map(item -> text(key, item)).toList();
            }
            throw wrongMember(key, "a list of texts", given);
        }).orElse(List.of());
    }

    /// Whole numbers within bounds; none if they were not given.
    List<Long> wholes(String key, long least, long most) {
        return find(key).map(given -> {
            if (given instanceof Node.Arr list) {
                return list.items().stream().map(item -> whole(key, item, least, most)).toList();
            }
            throw wrongMember(key, "a list of whole numbers", given);
        }).orElse(List.of());
    }

    /// The items of a list, each a request of the same kind to the same study.
    public List<Request> parts(String key) {
        if (!(need(key) instanceof Node.Arr list)) {
            throw wrongMember(key, "a list");
        }
        return list.items().stream().map(item -> part(key, item)).toList();
    }

    private Request part(String key, Node item) {
        if (!(item instanceof Node.Obj object)) {
            throw wrong("An item of %s.%s".formatted(kind, key), "an object", item);
        }
        var members = new ArrayList<>(object.members());
        body.members().stream().filter(m -> m.name().equals("study")).forEach(members::addFirst);
        return new Request(kind, new Node.Obj(members, object.at()));
    }

    /// Values by the names of parameters; whether those exist is the study's business.
    SequencedMap<String, Value> parameters(String key) {
        return TrialForm.parameters(need(key));
    }

    /// What is to be tried, or was tried: `parameters`, `why`, `key` and `priority`.
    ///
    /// @param otherwise why, if nothing is said
    Wanted wanted(String otherwise) {
        var given = parameters("parameters");
        var why = text("why", otherwise);
        var key = maybeText("key");
        int priority = (int) whole("priority", -Prioritise.MOST, Prioritise.MOST, 0);
        return blaming("key", ErrorCode.WRONG_FORM, () -> new Wanted(given, why, key, priority));
    }

    /// Figures for metrics of the study.
    Metrics metrics(String key, StudySpec spec) {
        var given = need(key);
        var metrics = TrialForm.metrics(given);
        if (given instanceof Node.Obj object) {
            object.members().stream().filter(m -> !spec.metrics().contains(m.name())).findFirst().ifPresent(m -> {
                throw unknown(ErrorCode.WRONG_FORM, "Study '" + spec.name() + "' has no metric '%s'; metrics: %s.", m, spec.metrics());
            });
        }
        return metrics;
    }

    /// Has something done whose refusal concerns one member.
    <T> T blaming(String key, ErrorCode code, Supplier<T> action) {
        var member = body.at().pointer().child(key);
        try {
            return action.get();
        } catch (RequestRefusedException refused) {
            throw refused.blaming(member);
        } catch (FormException located) {
            throw located;
        } catch (KeyTakenException taken) {
            throw new RequestRefusedException(ErrorCode.CONFLICT, String.valueOf(taken.getMessage()), body.at().pointer().child("key"));
        } catch (IllegalArgumentException refused) {
            throw new RequestRefusedException(code, String.valueOf(refused.getMessage()), member);
        }
    }

    /// As the other, with [ErrorCode#NOT_ALLOWED].
    <T> T blaming(String key, Supplier<T> action) {
        return blaming(key, ErrorCode.NOT_ALLOWED, action);
    }

    /// As [#blaming(String, ErrorCode, Supplier)], of an action that gives nothing.
    void doing(String key, ErrorCode code, Runnable action) {
        blaming(key, code, () -> {
            action.run();
            return key;
        });
    }

    /// As the other, with [ErrorCode#NOT_ALLOWED].
    void doing(String key, Runnable action) {
        doing(key, ErrorCode.NOT_ALLOWED, action);
    }
}
