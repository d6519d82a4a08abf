package dev.sextant.model.expression;

import dev.sextant.model.expression.Operator.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads tokens as a tree by recursive descent with precedence climbing; used once, by one thread. Linear time.
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
/// The rules from `or` to `power` are one method, [#expression(Level)], so that a bracket costs few stack frames.
/// The levels are those of Python's grammar (The Python Language Reference, §6.17).
/// Differs: comparisons do not chain, and a list in brackets is a list even if it has one item.
final class Parser {
    /// How deep expressions may nest: each bracket, sign, `not` and right side of an operator is a level.
    static final int MOST_NESTED = 200;

    private static final List<Level> TIGHTEST_FIRST = List.of(Level.values()).reversed();

    static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in");

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
        var node = parser.expression(Level.OR);
        if (parser.peek().type() != Token.Type.END) {
            throw parser.trailing();
        }
        return node;
    }

    /// Reads what binds at least as tightly as the given level; every recursion of the parser passes here.
    private Node expression(Level loosest) {
        if (depth > MOST_NESTED) {
            throw source.tooDeep(peek().offset());
        }
        depth++;
        int start = peek().offset();
        var node = first(loosest);
        for (var level : TIGHTEST_FIRST) {
            if (level.compareTo(loosest) >= 0) {
                node = extended(node, level, start);
            }
        }
        depth--;
        return node;
    }

    private Node first(Level loosest) {
        var token = peek();
        if (loosest.compareTo(Level.NOT) <= 0 && acceptWord("not")) {
            return new Node.Not(expression(Level.NOT), token.offset());
        }
        if (loosest.compareTo(Level.SIGN) <= 0 && acceptSymbol("-")) {
            return new Node.Minus(expression(Level.SIGN), token.offset());
        }
        if (loosest.compareTo(Level.SIGN) <= 0 && acceptSymbol("+")) {
            return new Node.Plus(expression(Level.SIGN), token.offset());
        }
        return atom();
    }

    /// Reads on if an operator of this level follows.
    private Node extended(Node first, Level level, int start) {
        return switch (level) {
            case OR -> peek().isWord("or") ? new Node.Or(joined(first, "or", Level.AND)) : first;
            case AND -> peek().isWord("and") ? new Node.And(joined(first, "and", Level.NOT)) : first;
            case COMPARISON -> comparison(first, start);
            case SUM -> arithmetic(first, level, Level.PRODUCT);
            case PRODUCT -> arithmetic(first, level, Level.SIGN);
            case POWER -> acceptSymbol("**") ? new Node.Power(first, expression(Level.SIGN)) : first;
            case NOT, SIGN, ATOM -> first;
        };
    }

    private List<Node> joined(Node first, String word, Level operands) {
        var nodes = new ArrayList<>(List.of(first));
        while (acceptWord(word)) {
            nodes.add(expression(operands));
        }
        return List.copyOf(nodes);
    }

    private Node arithmetic(Node first, Level level, Level operands) {
        var operator = Operator.of(peek(), level);
        if (operator.isEmpty()) {
            return first;
        }
        var steps = new ArrayList<Node.Arithmetic.Step>();
        while (operator.isPresent()) {
            position++;
            steps.add(new Node.Arithmetic.Step(operator.get(), expression(operands)));
            operator = Operator.of(peek(), level);
        }
        return new Node.Arithmetic(first, List.copyOf(steps));
    }

    private Node comparison(Node left, int start) {
        var token = peek();
        var relation = Relation.of(token);
        if (relation.isPresent()) {
            position++;
            int middle = peek().offset();
            var comparison = new Node.Comparison(left, relation.get(), expression(Level.SUM), token.offset());
            refuseChain(start, middle);
            return comparison;
        }
        boolean negated = acceptWord("not");
        var in = peek();
        if (acceptWord("in")) {
            var membership = new Node.Membership(left, list(), in.offset());
            refuseChain(start, start);
            return negated ? new Node.Not(membership, left.offset()) : membership;
        }
        if (negated) {
            throw expected("'in' after 'not'", "Write x not in (a, b), or 'and not' to join two conditions.");
        }
        return left;
    }

    /// @param middle where the right side of the comparison before the cursor starts; `start` if that is a list
    private void refuseChain(int start, int middle) {
        var token = peek();
        var relation = Relation.of(token);
        if (relation.isEmpty() && !token.isWord("in")) {
            return;
        }
        var first = shown(start, token.offset());
        if (relation.isEmpty() || middle == start) {
            throw source.error(token.offset(), "Comparisons do not chain.\nPut the first one in brackets: '(%s) %s …'."
                    .formatted(first, token.text()));
        }
        position++;
        expression(Level.SUM);
        throw source.error(token.offset(), "Comparisons do not chain.\nWrite '%s and %s'."
                .formatted(first, shown(middle, peek().offset())));
    }

    private String shown(int from, int to) {
        return Source.shown(source.text().substring(from, to).strip());
    }

    private List<Node> list() {
        var open = peek();
        if (acceptSymbol("(")) {
            return items(open, ")");
        }
        if (acceptSymbol("[")) {
            return items(open, "]");
        }
        throw expected("a list in brackets after 'in'", "Write x in (a, b).");
    }

    private List<Node> items(Token open, String close) {
        var items = new ArrayList<Node>();
        while (!peek().isSymbol(close)) {
            items.add(expression(Level.OR));
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
        var arguments = items(open, ")");
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
        var inner = expression(Level.OR);
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
