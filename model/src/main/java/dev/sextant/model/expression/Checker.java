package dev.sextant.model.expression;

import dev.sextant.model.expression.Term.Calculation;
import dev.sextant.model.expression.Term.Judgement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Binds the names of a tree, finds its types, and turns it into terms; used once, by one thread.
final class Checker {
    private final Source source;
    private final Scope scope;
    private final Complaints complaints;
    private final Comparisons comparisons;

    /// The names met so far, in slot order.
    private final SequencedMap<String, Term> terms = new LinkedHashMap<>();
    private int depth;

    Checker(Source source, Scope scope) {
        this.source = source;
        this.scope = scope;
        this.complaints = new Complaints(source, scope);
        this.comparisons = new Comparisons(this, source, scope);
    }

    /// The names met so far, each at its slot.
    List<String> names() {
        return List.copyOf(terms.sequencedKeySet());
    }

    /// The whole expression, which must be a condition.
    Judgement whole(Node node) {
        var term = term(node);
        if (term instanceof Term.Condition(Judgement judgement)) {
            return judgement;
        }
        throw source.error(node.offset(), "An expression must be true or false, but this is %s.\n%s"
                .formatted(term.description(), "Compare it with something, as in 'width <= 64' or 'kernel == poly'."));
    }

    Term term(Node node) {
        if (depth > Parser.MOST_NESTED) {
            throw source.tooDeep(node.offset());
        }
        depth++;
        var term = bound(node);
        depth--;
        return term;
    }

    private Term bound(Node node) {
        return switch (node) {
            case Node.Numeral number -> Term.Quantity.constant(number.value());
            case Node.Flag flag -> constant(Truth.of(flag.value()));
            case Node.Text text -> throw source.error(text.offset(),
                    "The text %s is not compared with anything.\nWrite NAME == 'text'."
                            .formatted(Source.shown(Printer.quoted(text.value()))));
            case Node.Word word -> named(word.word(), word.offset());
            case Node.Name name -> named(name.name(), name.offset());
            case Node.Minus minus -> minus(number(minus.operand(), "'-'"));
            case Node.Plus plus -> number(plus.operand(), "'+'");
            case Node.Power power -> power(number(power.base(), "'**'"), number(power.exponent(), "'**'"));
            case Node.Arithmetic arithmetic -> arithmetic(arithmetic);
            case Node.Call call -> call(call);
            case Node.Comparison comparison -> comparisons.compare(comparison);
            case Node.Membership membership -> comparisons.contains(membership);
            case Node.Not not -> not(condition(not.operand(), "'not'"));
            case Node.And and -> new Term.Condition(Junctions.and(conditions(and.operands(), "'and'")));
            case Node.Or or -> new Term.Condition(Junctions.or(conditions(or.operands(), "'or'")));
        };
    }

    ExpressionException unknown(Node.Word word) {
        return complaints.unknown(word.word(), word.offset());
    }

    private static Term.Condition constant(Truth truth) {
        return new Term.Condition(_ -> truth);
    }

    private Term named(String name, int offset) {
        var kind = scope.kind(name).orElseThrow(() -> complaints.unknown(name, offset));
        return terms.computeIfAbsent(name, _ -> term(name, kind, terms.size()));
    }

    private Term term(String name, Kind kind, int slot) {
        return switch (kind) {
            case NUMBER -> new Term.Quantity(row -> row.number(slot), single(slot));
            case FLAG -> new Term.Condition(row -> row.flag(slot));
            case TEXT, MIXED -> new Term.Choice(slot, new Domain(name, scope.values(name), scope.ordered(name)));
        };
    }

    private static BitSet single(int slot) {
        var slots = new BitSet();
        slots.set(slot);
        return slots;
    }

    private Term.Quantity number(Node node, String user) {
        var term = term(node);
        if (term instanceof Term.Quantity number) {
            return number;
        }
        throw mismatch(node, term, user + " needs numbers");
    }

    private Judgement condition(Node node, String user) {
        var term = term(node);
        if (term instanceof Term.Condition(Judgement judgement)) {
            return judgement;
        }
        throw mismatch(node, term, user + " needs what is true or false");
    }

    private Judgement[] conditions(List<Node> nodes, String user) {
        var conditions = new Judgement[nodes.size()];
        for (int i = 0; i < conditions.length; i++) {
            conditions[i] = condition(nodes.get(i), user);
        }
        return conditions;
    }

    private ExpressionException mismatch(Node node, Term term, String need) {
        return source.error(node.offset(), "%s, but '%s' is %s."
                .formatted(need, Source.shown(Printer.print(node)), term.description()));
    }

    private static Term.Condition not(Judgement operand) {
        return new Term.Condition(row -> operand.at(row).not());
    }

    private static Term.Quantity minus(Term.Quantity operand) {
        var calculation = operand.calculation();
        return new Term.Quantity(row -> -calculation.at(row), operand.slots());
    }

    private static Term.Quantity power(Term.Quantity base, Term.Quantity exponent) {
        var left = base.calculation();
        var right = exponent.calculation();
        return new Term.Quantity(row -> MathFunction.power(left.at(row), right.at(row)),
                Term.slots(List.of(base, exponent)));
    }

    private Term.Quantity call(Node.Call call) {
        var arguments = new ArrayList<Term.Quantity>();
        for (var argument : call.arguments()) {
            arguments.add(number(argument, "'%s'".formatted(call.function().symbol())));
        }
        var calculations = arguments.stream().map(Term.Quantity::calculation).toList();
        return new Term.Quantity(call.function().of(calculations), Term.slots(arguments));
    }

    private Term.Quantity arithmetic(Node.Arithmetic node) {
        var steps = node.steps();
        var first = number(node.first(), "'%s'".formatted(steps.getFirst().operator().symbol()));
        var operators = steps.stream().map(Node.Arithmetic.Step::operator).toArray(Operator[]::new);
        var rest = new ArrayList<Term.Quantity>();
        for (var step : steps) {
            rest.add(number(step.operand(), "'%s'".formatted(step.operator().symbol())));
        }
        var slots = Term.slots(rest);
        slots.or(first.slots());
        return new Term.Quantity(folded(first.calculation(), operators, rest), slots);
    }

    private static Calculation folded(Calculation first, Operator[] operators, List<Term.Quantity> rest) {
        var operands = rest.stream().map(Term.Quantity::calculation).toArray(Calculation[]::new);
        if (operands.length == 1) {
            var operator = operators[0];
            var second = operands[0];
            return row -> operator.apply(first.at(row), second.at(row));
        }
        return row -> {
            double result = first.at(row);
            for (int i = 0; i < operands.length; i++) {
                result = operators[i].apply(result, operands[i].at(row));
            }
            return result;
        };
    }
}
