package dev.sextant.wire.study;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.YamlWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads a parameter of a study file: `lr: {real: [1e-5, 1e-1], log: true, default: 1e-3}`.
final class ParameterForm {
    private static final List<String> KINDS = List.of("real", "int", "choice", "ordered", "bool", "constant", "list");
    static final List<String> KEYS =
            List.of("real", "int", "choice", "ordered", "bool", "constant", "list", "log", "step", "default", "around", "spread", "was", "if");

    private final String name;
    private final Fields fields;
    private final Consumer<String> notices;

    private ParameterForm(String name, Fields fields, Consumer<String> notices) {
        this.name = name;
        this.fields = fields;
        this.notices = notices;
    }

    static Parameter read(Node.Member member, Consumer<String> notices) {
        var who = "Parameter '%s'".formatted(member.name());
        Parameter named = located(member.at(), () -> Parameter.of(member.name(), new Bool(true)));
        return switch (member.value()) {
            case Node.Obj object -> new ParameterForm(named.name(), Fields.of(who, object, KEYS), notices).parameter();
            case Node.Text text when text.text().contains("..") -> throw domainText(named.name(), text);
            case Node.Arr list -> throw list.at().error(
                    "%s: a list of values is written as {choice: [ … ]}, or {ordered: [ … ]} if their order means something."
                            .formatted(who));
            case Node.Null nothing -> throw nothing.at().error("%s has no domain.\nExample: {real: [0.0, 1.0]}".formatted(who));
            case Node.Text _, Node.Num _, Node.Bool _ ->
                    Parameter.of(named.name(), new Constant(new Fields.Named(who, member.value()).value()));
        };
    }

    private static FormException domainText(String name, Node.Text text) {
        var rule = "Parameter '%s': a file has no domain such as '%s'; that is the form of -p.".formatted(name, text.text());
        try {
            var parameter = DomainText.read(Source.argument("-p", name + "=" + text.text())).parameter();
            return text.at().error("%s\nHere it is %s".formatted(rule, YamlWriter.flow(ParameterWriter.node(parameter, text.at()))));
        } catch (IllegalArgumentException _) {
            return text.at().error(rule + "\nWrite {real: [0.0, 1.0]}, {int: [1, 6]} or {choice: [a, b]}.");
        }
    }

    static <T> T located(Position at, Supplier<T> making) {
        try {
            return making.get();
        } catch (FormException mistake) {
            throw mistake;
        } catch (IllegalArgumentException mistake) {
            throw at.error(String.valueOf(mistake.getMessage()));
        }
    }

    /// Says whose range or list is wrong, for the domains themselves do not know their parameter.
    static <T> T domainOf(String who, Position at, Supplier<T> making) {
        try {
            return making.get();
        } catch (FormException mistake) {
            throw mistake;
        } catch (IllegalArgumentException mistake) {
            throw at.error(who + ": " + mistake.getMessage());
        }
    }

    private Parameter parameter() {
        var kinds = KINDS.stream().filter(k -> fields.node(k).isPresent()).toList();
        if (kinds.size() != 1) {
            throw fields.object().at().error("%s needs exactly one of %s%s.\nExample: {real: [0.0, 1.0]}".formatted(fields.who(),
                    String.join(", ", KINDS), kinds.isEmpty() ? "" : ", not " + String.join(" and ", kinds)));
        }
        var kind = fields.get(kinds.getFirst(), named -> named).orElseThrow();
        refuseOddOptions(kinds.getFirst());
        var domain = domainOf(fields.who(), kind.node().at(), () -> domain(kinds.getFirst(), kind));
        var parameter = Parameter.of(name, domain);
        var standard = fields.get("default", given -> withDefault(parameter, given)).orElse(parameter);
        var known = withPrior(fields.get("was", given -> formerly(standard, given)).orElse(standard));
        return fields.get("if", Fields.Named::text).map(known::onlyIf).orElse(known);
    }

    private Parameter formerly(Parameter parameter, Fields.Named given) {
        return located(given.node().at(), () -> parameter.formerly(given.value()));
    }

    private Parameter withPrior(Parameter parameter) {
        var spread = fields.get("spread", Fields.Named::number);
        if (spread.isPresent() && fields.node("around").isEmpty()) {
            throw fields.object().at().error("%s: 'spread' says how far good values lie around a value; 'around' is missing."
                    .formatted(fields.who()));
        }
        return fields.get("around", given -> located(fields.node("spread").orElse(given.node()).at(), () -> parameter.withPrior(
                spread.map(s -> Prior.around(given.value(), s)).orElseGet(() -> Prior.around(given.value()))))).orElse(parameter);
    }

    private void refuseOddOptions(String kind) {
        boolean range = kind.equals("real") || kind.equals("int");
        for (var option : List.of("log", "step")) {
            fields.object().find(option).filter(_ -> !range).ifPresent(member -> {
                throw member.at().error("%s: '%s' is for real and int, not for %s.".formatted(fields.who(), option, kind));
            });
        }
    }

    private Parameter withDefault(Parameter parameter, Fields.Named given) {
        return located(given.node().at(), () -> parameter.withDefault(given.value()));
    }

    private Domain domain(String kind, Fields.Named given) {
        return switch (kind) {
            case "real" -> real(pair(given));
            case "int" -> whole(pair(given));
            case "choice" -> new Choice(given.items(Fields.Named::value));
            case "ordered" -> new Ordinal(given.items(Fields.Named::value));
            case "bool" -> bool(given);
            default -> new Constant(given.value());
        };
    }

    private List<Fields.Named> pair(Fields.Named given) {
        if (given.node() instanceof Node.Arr(List<Node> ends, _) && ends.size() == 2) {
            return given.items();
        }
        throw given.wrong("[lower, upper]");
    }

    private static Domain bool(Fields.Named given) {
        var items = given.items(Fields.Named::flag);
        if (items.size() != 2 || items.getFirst().equals(items.getLast())) {
            throw given.wrong("[true, false] or [false, true]");
        }
        return new Bool(items.getFirst());
    }

    private boolean log() {
        return fields.get("log", Fields.Named::flag).orElse(false);
    }

    private Domain real(List<Fields.Named> ends) {
        double low = ends.getFirst().number();
        double high = ends.getLast().number();
        var step = fields.get("step", Fields.Named::number);
        if (step.isPresent()) {
            refuseLogWithStep();
            return noticed(SteppedRange.of(low, high, step.get()), Numbers.text(high));
        }
        return low == high ? new Constant(new Value.Real(low)) : noticed(new RealRange(low, high, log() ? Scale.LOG : Scale.LINEAR), Numbers.text(high));
    }

    private Domain whole(List<Fields.Named> ends) {
        long low = ends.getFirst().whole(-Numbers.MAX_WHOLE, Numbers.MAX_WHOLE);
        long high = ends.getLast().whole(-Numbers.MAX_WHOLE, Numbers.MAX_WHOLE);
        var step = fields.get("step", named -> named.whole(1, Numbers.MAX_WHOLE));
        if (step.isPresent()) {
            refuseLogWithStep();
        }
        return noticed(new IntRange(low, high, log() ? Scale.LOG : Scale.LINEAR, step.orElse(1L)), Long.toString(high));
    }

    private void refuseLogWithStep() {
        fields.object().find("log").filter(_ -> log()).ifPresent(member -> {
            throw member.at().error("%s: a range has 'log' or 'step', not both.".formatted(fields.who()));
        });
    }

    private Domain noticed(Domain domain, String high) {
        RangeNotices.of(name, domain, high).forEach(notices);
        return domain;
    }
}
