package dev.sextant.wire.study;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.value.Value;
import java.util.List;
import java.util.regex.Pattern;

/// Reads `a,b,c`, `16,32,64:ordered`, `true,false`, and a single word, which is a constant.
final class ListText {
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s\"'`=\\p{Cntrl}]");

    private ListText() {}

    static Domain read(String name, Span body) {
        var parts = body.split(':');
        var words = parts.getFirst().split(',');
        var values = words.stream().map(word -> value(name, word)).toList();
        boolean ordered = isOrdered(name, parts, values.size());
        return ParameterForm.domainOf("Parameter '%s'".formatted(name), body.at(), () -> domain(values, ordered));
    }

    private static Domain domain(List<Value> values, boolean ordered) {
        if (ordered) {
            return new Ordinal(values);
        }
        if (values.size() == 1) {
            return new Constant(values.getFirst());
        }
        return values.size() == 2 && values.get(0) instanceof Value.Flag(boolean first)
                && values.get(1) instanceof Value.Flag(boolean second) && first != second
                ? new Bool(first) : new Choice(values);
    }

    private static boolean isOrdered(String name, List<Span> parts, int count) {
        if (parts.size() == 1) {
            return false;
        }
        var option = parts.get(1);
        if (!option.text().equals("ordered") || parts.size() > 2) {
            var odd = option.text().equals("ordered") ? parts.get(2) : option;
            if (odd.text().equals("ordered")) {
                throw odd.at().error("Parameter '%s': 'ordered' is given twice.".formatted(name));
            }
            var question = Nearest.question(odd.text(), List.of("ordered", "around", "spread", "was")).map(q -> "\n" + q)
                    .orElse("\nWords that contain ':' need a study file: {choice: [\"a:b\"]}.");
            throw odd.at().error("Parameter '%s': a list of values has no option '%s'; allowed: ordered, around=VALUE, spread=NUMBER, was=VALUE.%s"
                    .formatted(name, odd.shown(), question));
        }
        if (count == 1) {
            throw option.at().error("Parameter '%s': one value alone is a constant and has no order.".formatted(name));
        }
        return true;
    }

    private static Value value(String name, Span word) {
        if (word.text().isEmpty()) {
            throw word.at().error("Parameter '%s': a value is missing here.".formatted(name));
        }
        var forbidden = FORBIDDEN.matcher(word.text());
        if (forbidden.find()) {
            throw word.at(forbidden.start()).error("""
                    Parameter '%s': a value on the command line has no blanks, quotes, or any of , : @ = `.
                    In a study file it is written in quotes: {choice: ["a b", c]}.""".formatted(name));
        }
        return Value.of(word.text());
    }
}
