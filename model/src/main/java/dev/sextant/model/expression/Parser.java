package dev.sextant.model.expression;

import dev.sextant.model.expression.Operator.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads tokens as a tree by recursive descent, one method a rule; used once, by one thread. Linear time.
///
/// ```
/// or         = and { "or" and }
/// and        = not { "and" not }
/// not        = "not" not | comparison
/// comparison = sum [ relation sum | [ "not" ] "in" list ]
/// sum        = product { ( "+" | "-" ) product }
/// product    = signed { ( "*" | "/" | "%" ) signed }
/// signed     = ( "+" | "-" ) signed | power
/// power      = atom [ "**" signed ]
/// atom       = number | text | "true" | "false" | word | name | function "(" items ")" | "(" or ")"
/// list       = "(" items ")" | "[" items "]"
/// items      = or { "," or } [ "," ]
/// ```
///
/// The levels are those of Python's grammar (The Python Language Reference, §6.17).
/// Differs: comparisons do not chain, and a list in brackets is a list even if it has one item.
final class Parser {
    /// How deep brackets, signs, `not` and `**` may nest.
    static final int MOST_NESTED = 200;

    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in");

    private final Source source;
    private final List<Token> tokens;
    private int position;
    private int depth;

    private Parser(Source source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    static Node parse(Source source) {
        var parser = new Parser(source);
        if (parser.peek().type() == Token.Type.END) {
            throw source.error(parser.peek().offset(), """
                    The expression is empty. A comparison belongs here, such as layers * width <= 4096.""");
        }
        var node = parser.or();
        if (parser.peek().type() != Token.Type.END) {
            throw parser.trailing();
        }
        return node;
    }

    private Node or() {
        return joined("or", this::and, Node.Or::new);
    }

    private Node and() {
        return joined("and", this::not, Node.And::new);
    }

    private Node joined(String word, Supplier<Node> operand, Function<List<Node>, Node> node) {
        var first = operand.get();
        if (!peek().isWord(word)) {
            return first;
        }
        var operands = new ArrayList<>(List.of(first));
        while (acceptWord(word)) {
            operands.add(operand.get());
        }
        return node.apply(List.copyOf(operands));
    }

    private Node not() {
        var token = peek();
        return acceptWord("not") ? new Node.Not(nested(this::not), token.offset()) : comparison();
    }

    private Node comparison() {
        var left = sum();
        var token = peek();
        var relation = Relation.of(token);
        if (relation.isPresent()) {
            position++;
            var comparison = new Node.Comparison(left, relation.get(), sum(), token.offset());
            refuseChain(comparison);
            return comparison;
        }
        boolean negated = acceptWord("not");
        var in = peek();
        if (acceptWord("in")) {
            var membership = new Node.Membership(left, list(), in.offset());
            var node = negated ? new Node.Not(membership, left.offset()) : membership;
            refuseChain(node);
            return node;
        }
        if (negated) {
            throw expected("'in' after 'not'", "Write x not in (a, b), or 'and not' to join two conditions.");
        }
        return left;
    }

    private void refuseChain(Node first) {
        var token = peek();
        var relation = Relation.of(token);
        if (relation.isEmpty() && !token.isWord("in")) {
            return;
        }
        position++;
        var advice = relation.isPresent() && first instanceof Node.Comparison comparison
                ? "Write '%s and %s'.".formatted(Printer.print(comparison), Printer.print(
                        new Node.Comparison(comparison.right(), relation.get(), sum(), token.offset())))
                : "Put the first one in brackets: '(%s) %s …'.".formatted(Printer.print(first), token.text());
        throw source.error(token.offset(), "Comparisons do not chain.\n" + advice);
    }

    private List<Node> list() {
        var open = peek();
        if (acceptSymbol("(")) {
            return nested(() -> items(open, ")"));
        }
        if (acceptSymbol("[")) {
            return nested(() -> items(open, "]"));
        }
        throw expected("a list in brackets after 'in'", "Write x in (a, b).");
    }

    private List<Node> items(Token open, String close) {
        var items = new ArrayList<Node>();
        while (!peek().isSymbol(close)) {
            items.add(or());
            if (!acceptSymbol(",")) {
                break;
            }
        }
        close(open, close, "',' or ");
        if (items.isEmpty()) {
            throw source.error(open.offset(), "The brackets are empty; at least one value belongs in them.");
        }
        return List.copyOf(items);
    }

    private Node sum() {
        return arithmetic(Level.SUM, this::product);
    }

    private Node product() {
        return arithmetic(Level.PRODUCT, this::signed);
    }

    private Node arithmetic(Level level, Supplier<Node> operand) {
        var first = operand.get();
        var operator = Operator.of(peek(), level);
        if (operator.isEmpty()) {
            return first;
        }
        var steps = new ArrayList<Node.Arithmetic.Step>();
        while (operator.isPresent()) {
            position++;
            steps.add(new Node.Arithmetic.Step(operator.get(), operand.get()));
            operator = Operator.of(peek(), level);
        }
        return new Node.Arithmetic(first, List.copyOf(steps));
    }

    private Node signed() {
        var token = peek();
        if (acceptSymbol("-")) {
            return new Node.Minus(nested(this::signed), token.offset());
        }
        return acceptSymbol("+") ? new Node.Plus(nested(this::signed), token.offset()) : power();
    }

    private Node power() {
        var base = atom();
        return acceptSymbol("**") ? new Node.Power(base, nested(this::signed)) : base;
    }

    private Node atom() {
        var token = peek();
        return switch (token.type()) {
            case NUMBER -> new Node.Numeral(number(next()), token.offset());
            case TEXT -> new Node.Text(next().text(), token.offset());
            case NAME -> new Node.Name(next().text(), token.offset());
            case WORD -> word();
            case SYMBOL -> bracketed();
            case END -> throw missing();
        };
    }

    private double number(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            throw source.error(token.offset(), "The number is too large; the largest is 1.7976931348623157e308.");
        }
        return value;
    }

    private Node word() {
        var token = peek();
        if (token.isWord("not")) {
            throw source.error(token.offset(), "'not' binds more loosely than what stands before it.\n"
                    + "Put it in brackets: (not …).");
        }
        if (KEYWORDS.contains(token.text())) {
            throw missing();
        }
        position++;
        if (peek().isSymbol("(")) {
            return call(token);
        }
        return switch (token.text()) {
            case "true" -> new Node.Flag(true, token.offset());
            case "false" -> new Node.Flag(false, token.offset());
            default -> new Node.Word(token.text(), token.offset());
        };
    }

    private Node call(Token name) {
        var function = MathFunction.of(name.text()).orElseThrow(() -> Complaints.noFunction(source, name));
        var open = next();
        var arguments = nested(() -> items(open, ")"));
        if (!function.takes(arguments.size())) {
            throw source.error(name.offset(), "'%s' takes %s, not %d."
                    .formatted(function.symbol(), function.arity(), arguments.size()));
        }
        return new Node.Call(function, arguments, name.offset());
    }

    private Node bracketed() {
        var open = peek();
        if (!acceptSymbol("(")) {
            throw missing();
        }
        var inner = nested(this::or);
        close(open, ")", "");
        return inner;
    }

    private void close(Token open, String close, String alternatives) {
        if (acceptSymbol(close)) {
            return;
        }
        if (peek().type() == Token.Type.END) {
            throw source.error(open.offset(), "The bracket '%s' is never closed.".formatted(open.text()));
        }
        throw expected("%s'%s'".formatted(alternatives, close), "It closes the '%s' of column %d."
                .formatted(open.text(), open.offset() + 1));
    }

    private <T> T nested(Supplier<T> inner) {
        if (++depth > MOST_NESTED) {
            throw source.error(peek().offset(), "The expression nests deeper than %d levels.\nSplit it into several."
                    .formatted(MOST_NESTED));
        }
        var result = inner.get();
        depth--;
        return result;
    }

    private ExpressionException trailing() {
        if (peek().isSymbol(")") || peek().isSymbol("]")) {
            return source.error(peek().offset(), "The bracket '%s' was never opened.".formatted(peek().text()));
        }
        return expected("an operator or the end", advice().orElse("Operators: + - * / % ** < <= == != >= > in and or."));
    }

    private Optional<String> advice() {
        return switch (peek().text()) {
            case "AND", "And" -> Optional.of("Write 'and'.");
            case "OR", "Or" -> Optional.of("Write 'or'.");
            case "is" -> Optional.of("Write '=='.");
            case "IN", "In" -> Optional.of("Write 'in'.");
            default -> Optional.empty();
        };
    }

    private ExpressionException missing() {
        return expected("a number, a name, a value or '('", "An operator has a value on each side.");
    }

    private ExpressionException expected(String what, String advice) {
        return source.error(peek().offset(), "Here belongs %s, but %s.\n%s"
                .formatted(what, peek().description(), advice));
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token next() {
        return tokens.get(position++);
    }

    private boolean acceptSymbol(String symbol) {
        return accept(peek().isSymbol(symbol));
    }

    private boolean acceptWord(String word) {
        return accept(peek().isWord(word));
    }

    private boolean accept(boolean matches) {
        position += matches ? 1 : 0;
        return matches;
    }
}
