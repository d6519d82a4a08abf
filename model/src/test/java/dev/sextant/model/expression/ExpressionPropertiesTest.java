package dev.sextant.model.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionPropertiesTest {
    @Property(tries = 500)
    void whatIsPrinted_readsBackAsTheSameTree(@ForAll("trees") Node tree) {
        var text = Printer.print(tree);
        assertThat(Parser.parse(new Source(text))).as(text).usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*offset", "(.*\\.)?at").isEqualTo(tree);
    }

    @Property(tries = 500)
    void aText_isAnExpressionOrExplained(@ForAll String text) {
        Attempt.at(text);
    }

    @Provide
    Arbitrary<Node> trees() {
        return tree(4);
    }

    private static Arbitrary<Node> tree(int depth) {
        return depth == 0 ? leaf() : Arbitraries.lazy(() -> Arbitraries.oneOf(leaf(), unary(tree(depth - 1)),
                binary(tree(depth - 1)), many(tree(depth - 1).list().ofMinSize(2).ofMaxSize(4))));
    }

    private static Arbitrary<Node> leaf() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(0, Double.MAX_VALUE).map(value -> new Node.Numeral(value, 0)),
                Arbitraries.integers().between(0, 100).map(value -> new Node.Numeral(value, 0)),
                Arbitraries.of(true, false).map(value -> new Node.Flag(value, 0)),
                Arbitraries.strings().ofMaxLength(8).map(value -> new Node.Text(value, 0)),
                Arbitraries.of("lr", "min", "_x1", "poly").map(word -> new Node.Word(word, 0)),
                Arbitraries.of("learning-rate", "net.depth", "and").map(name -> new Node.Name(name, 0)));
    }

    private static Arbitrary<Node> unary(Arbitrary<Node> operand) {
        return Combinators.combine(operand, Arbitraries.of(List.<Function<Node, Node>>of(
                node -> new Node.Minus(node, 0), node -> new Node.Plus(node, 0), node -> new Node.Not(node, 0),
                node -> new Node.Call(MathFunction.LOG2, List.of(node), 0),
                node -> new Node.Membership(node, List.of(node), 0)))).as((node, wrap) -> wrap.apply(node));
    }

    private static Arbitrary<Node> binary(Arbitrary<Node> operand) {
        var comparisons = Combinators.combine(operand, Arbitraries.of(Relation.class), operand)
                .as((left, relation, right) -> (Node) new Node.Comparison(left, relation, right, 0));
        return Arbitraries.oneOf(comparisons, Combinators.combine(operand, operand).as(Node.Power::new));
    }

    private static Arbitrary<Node> many(Arbitrary<List<Node>> operands) {
        return Arbitraries.oneOf(
                operands.map(Node.And::new),
                operands.map(Node.Or::new),
                operands.map(nodes -> new Node.Membership(nodes.getFirst(), nodes, 0)),
                operands.map(nodes -> new Node.Call(MathFunction.MAX, nodes, 0)),
                Combinators.combine(operands, Arbitraries.of(Operator.class)).as(ExpressionPropertiesTest::arithmetic));
    }

    private static Node arithmetic(List<Node> nodes, Operator operator) {
        return new Node.Arithmetic(nodes.getFirst(), nodes.stream().skip(1)
                .map(node -> new Node.Arithmetic.Step(operator, node)).toList());
    }
}
