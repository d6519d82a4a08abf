package dev.sextant.model.expression;

import dev.sextant.model.expression.Operator.Level;
import dev.sextant.model.value.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/// Writes a tree as text that parses to the same tree, with no bracket more than needed; used once, by one thread.
///
/// What nests deeper than 40 levels is left out as `…`: messages show the beginning of a text only.
final class Printer {
    private static final double WHOLE_BELOW = 1e15;
    private static final int MOST_NESTED = 40;

    private int depth;

    private Printer() {}

    static String print(Node node) {
        return new Printer().text(node);
    }

    private String text(Node node) {
        if (depth == MOST_NESTED) {
            return "…";
        }
        depth++;
        var text = written(node);
        depth--;
        return text;
    }

    private String written(Node node) {
        return switch (node) {
            case Node.Numeral number -> number(number.value());
            case Node.Flag flag -> Boolean.toString(flag.value());
            case Node.Text text -> quoted(text.value());
            case Node.Word word -> word.word();
            case Node.Name name -> "`" + name.name() + "`";
            case Node.Minus minus -> "-" + text(minus.operand(), Level.SIGN);
            case Node.Plus plus -> "+" + text(plus.operand(), Level.SIGN);
            case Node.Power power -> text(power.base(), Level.ATOM) + " ** " + text(power.exponent(), Level.SIGN);
            case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Node.Call call -> call.function().symbol() + list(call.arguments());
            case Node.Comparison comparison -> comparison(comparison);
            case Node.Membership in -> text(in.element(), Level.SUM) + " in " + list(in.items());
            case Node.Not not -> "not " + text(not.operand(), Level.NOT);
            case Node.And and -> joined(and.operands(), " and ", Level.NOT);
            case Node.Or or -> joined(or.operands(), " or ", Level.AND);
        };
    }

    private String text(Node node, Level loosest) {
        return level(node).compareTo(loosest) < 0 ? "(" + text(node) + ")" : text(node);
    }

    private static Level level(Node node) {
        return switch (node) {
            case Node.Or _ -> Level.OR;
            case Node.And _ -> Level.AND;
            case Node.Not _ -> Level.NOT;
            case Node.Comparison _, Node.Membership _ -> Level.COMPARISON;
            case Node.Arithmetic arithmetic -> level(arithmetic);
            case Node.Minus _, Node.Plus _ -> Level.SIGN;
            case Node.Power _ -> Level.POWER;
            case Node.Numeral _, Node.Flag _, Node.Text _, Node.Word _, Node.Name _, Node.Call _ -> Level.ATOM;
        };
    }

    private static Level level(Node.Arithmetic arithmetic) {
        return arithmetic.steps().getFirst().operator().level();
    }

    private String arithmetic(Node.Arithmetic arithmetic) {
        var operands = level(arithmetic) == Level.SUM ? Level.PRODUCT : Level.SIGN;
        var text = new StringBuilder(text(arithmetic.first(), operands));
        for (var step : arithmetic.steps()) {
            text.append(' ').append(step.operator().symbol()).append(' ').append(text(step.operand(), operands));
        }
        return text.toString();
    }

    private String comparison(Node.Comparison comparison) {
        return "%s %s %s".formatted(text(comparison.left(), Level.SUM), comparison.relation().symbol(),
                text(comparison.right(), Level.SUM));
    }

    private String list(List<Node> items) {
        return items.stream().map(this::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private String joined(List<Node> operands, String between, Level loosest) {
        return operands.stream().map(operand -> text(operand, loosest)).collect(Collectors.joining(between));
    }

    private static String number(double value) {
        return value == Math.rint(value) && value < WHOLE_BELOW ? Long.toString((long) value) : Numbers.text(value);
    }

    /// The text in single quotes, those inside it doubled.
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
