package dev.sextant.model.expression;

import dev.sextant.model.expression.Term.Judgement;
import dev.sextant.model.value.Value;
import java.util.List;
import java.util.Optional;

/// Finds out what a comparison compares, and gives bare words and texts their meaning as values of the other side.
record Comparisons(Checker checker, Source source, Scope scope) {
    /// One side of a comparison.
    private sealed interface Side {
        /// What means something by itself.
        record Known(Node node, Term term) implements Side {}

        /// A text, or a word that is no name: what it means, the other side says.
        record Literal(Node node, String text) implements Side {}
    }

    Term.Condition compare(Node.Comparison comparison) {
        var left = side(comparison.left());
        var right = side(comparison.right());
        return new Term.Condition(compare(left, comparison.relation(), right, comparison.at()));
    }

    /// `x in (a, b)` is `x == a or x == b`.
    Term.Condition contains(Node.Membership membership) {
        var element = side(membership.element());
        var items = membership.items();
        var comparisons = new Judgement[items.size()];
        for (int i = 0; i < comparisons.length; i++) {
            comparisons[i] = compare(element, Relation.EQUAL, side(items.get(i)), membership.at());
        }
        return new Term.Condition(Junctions.or(comparisons));
    }

    private Side side(Node node) {
        return switch (node) {
            case Node.Text text -> new Side.Literal(text, text.value());
            case Node.Word word when scope.kind(word.word()).isEmpty() -> new Side.Literal(word, word.word());
            default -> new Side.Known(node, checker.term(node));
        };
    }

    private Judgement compare(Side left, Relation relation, Side right, int at) {
        return switch (left) {
            case Side.Known known -> switch (right) {
                case Side.Known other -> known(known, relation, other, at);
                case Side.Literal literal -> literal(known, relation, literal, at);
            };
            case Side.Literal literal -> switch (right) {
                case Side.Known known -> literal(known, relation.mirrored(), literal, at);
                case Side.Literal other -> throw unrelated(literal, other);
            };
        };
    }

    private Judgement known(Side.Known left, Relation relation, Side.Known right, int at) {
        if (left.term() instanceof Term.Choice choice) {
            return choice(choice, relation, right, at);
        }
        if (right.term() instanceof Term.Choice choice) {
            return choice(choice, relation.mirrored(), left, at);
        }
        if (left.term() instanceof Term.Quantity a && right.term() instanceof Term.Quantity b) {
            return numbers(a, relation, b);
        }
        if (left.term() instanceof Term.Condition(var a) && right.term() instanceof Term.Condition(var b)) {
            return conditions(a, relation, b, at);
        }
        throw source.error(at, "'%s' is %s, but '%s' is %s; they cannot be compared.".formatted(
                shown(left.node()), left.term().description(),
                shown(right.node()), right.term().description()));
    }

    private static String shown(Node node) {
        return Source.shown(Printer.print(node));
    }

    private static Judgement numbers(Term.Quantity left, Relation relation, Term.Quantity right) {
        var slots = Term.slots(List.of(left, right)).stream().toArray();
        var a = left.calculation();
        var b = right.calculation();
        return row -> row.knows(slots) ? Truth.of(relation.holds(a.at(row), b.at(row))) : Truth.UNKNOWN;
    }

    private Judgement conditions(Judgement left, Relation relation, Judgement right, int at) {
        if (!relation.needsNoOrder()) {
            throw source.error(at, "'%s' needs an order, which true and false do not have.\nWrite '==' or '!='."
                    .formatted(relation.symbol()));
        }
        return row -> {
            var a = left.at(row);
            var b = right.at(row);
            boolean known = a != Truth.UNKNOWN && b != Truth.UNKNOWN;
            return known ? Truth.of(a == b == (relation == Relation.EQUAL)) : Truth.UNKNOWN;
        };
    }

    private Judgement choice(Term.Choice left, Relation relation, Side.Known right, int at) {
        if (right.term() instanceof Term.Choice choice) {
            return choices(left, relation, choice, at);
        }
        var given = constant(right).orElseThrow(() -> source.error(right.node().offset(),
                "'%s' can be compared with one of its values only: %s."
                        .formatted(left.domain().name(), Complaints.listed(left.domain()))));
        return literal(left, relation, given, right.node(), at);
    }

    private static Optional<Value> constant(Side.Known side) {
        return switch (side.term()) {
            case Term.Quantity number when number.isConstant() ->
                Optional.of(number.calculation().at(Row.EMPTY)).filter(Double::isFinite).map(Value.Real::new);
            case Term.Condition _ when side.node() instanceof Node.Flag flag -> Optional.of(new Value.Flag(flag.value()));
            case Term.Quantity _, Term.Condition _, Term.Choice _ -> Optional.empty();
        };
    }

    private Judgement choices(Term.Choice left, Relation relation, Term.Choice right, int at) {
        int a = left.slot();
        int b = right.slot();
        if (relation.needsNoOrder()) {
            return row -> row.knows(a) && row.knows(b)
                    ? Truth.of(Domain.same(row.value(a), row.value(b)) == (relation == Relation.EQUAL))
                    : Truth.UNKNOWN;
        }
        if (!left.domain().comparesWith(right.domain())) {
            throw source.error(at, "'%s' needs an order, and '%s' and '%s' do not share one.\nWrite '==' or '!='."
                    .formatted(relation.symbol(), left.domain().name(), right.domain().name()));
        }
        var domain = left.domain();
        return row -> row.knows(a) && row.knows(b)
                ? ranks(domain.rank(row.value(a)), relation, domain.rank(row.value(b)))
                : Truth.UNKNOWN;
    }

    private Judgement literal(Side.Known known, Relation relation, Side.Literal literal, int at) {
        return switch (known.term()) {
            case Term.Choice choice -> literal(choice, relation, new Value.Text(literal.text()), literal.node(), at);
            case Term.Quantity _, Term.Condition _ -> throw switch (literal.node()) {
                case Node.Word word -> checker.unknown(word);
                default -> source.error(literal.node().offset(), "%s is text, but '%s' is %s.".formatted(
                        Source.shown(Printer.quoted(literal.text())), shown(known.node()), known.term().description()));
            };
        };
    }

    private Judgement literal(Term.Choice choice, Relation relation, Value given, Node node, int at) {
        var domain = choice.domain();
        if (!relation.needsNoOrder() && !domain.ordered()) {
            throw noOrder(relation, domain, at);
        }
        var value = value(domain, given)
                .orElseThrow(() -> new Complaints(source, scope).noValue(node, given, domain));
        int slot = choice.slot();
        if (relation.needsNoOrder()) {
            return row -> row.knows(slot)
                    ? Truth.of(Domain.same(row.value(slot), value) == (relation == Relation.EQUAL))
                    : Truth.UNKNOWN;
        }
        int rank = domain.rank(value);
        return row -> row.knows(slot) ? ranks(domain.rank(row.value(slot)), relation, rank) : Truth.UNKNOWN;
    }

    private static Optional<Value> value(Domain domain, Value given) {
        return domain.isOpen() && given instanceof Value.Text ? Optional.of(given) : domain.find(given);
    }

    /// Compares places in an order; a value that is not in it has no place, and nothing is known.
    private static Truth ranks(int left, Relation relation, int right) {
        return left < 0 || right < 0 ? Truth.UNKNOWN : Truth.of(relation.holds(left, right));
    }

    private ExpressionException noOrder(Relation relation, Domain domain, int at) {
        return source.error(at, "'%s' needs an order, which the values of '%s' do not have.\n%s".formatted(
                relation.symbol(), domain.name(), "Write '==', '!=' or 'in', or declare the parameter as ordered."));
    }

    private ExpressionException unrelated(Side.Literal left, Side.Literal right) {
        return left.node() instanceof Node.Word word
                ? checker.unknown(word)
                : right.node() instanceof Node.Word other
                        ? checker.unknown(other)
                        : source.error(left.node().offset(), "Two texts are compared, %s and %s; one side must be a name."
                                .formatted(shown(left.node()), shown(right.node())));
    }
}
