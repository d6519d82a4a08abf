package dev.sextant.model.expression;

import java.util.List;

/// The shape of an expression: what stands where, names not yet looked up and types not yet known.
///
/// Brackets leave no node. Operators of one level form one node with many operands, so that the depth of the tree is
/// the depth of the brackets, never the length of the text.
sealed interface Node {
    /// Where its first character stands in the text.
    int offset();

    /// A number without a sign.
    ///
    /// @param value not negative, finite
    record Numeral(double value, int offset) implements Node {}

    record Flag(boolean value, int offset) implements Node {}

    /// A value in quotes.
    record Text(String value, int offset) implements Node {}

    /// A bare word: a name, or a value of what it is compared with.
    record Word(String word, int offset) implements Node {}

    /// A name in back-quotes.
    record Name(String name, int offset) implements Node {}

    record Minus(Node operand, int offset) implements Node {}

    record Plus(Node operand, int offset) implements Node {}

    record Power(Node base, Node exponent) implements Node {
        @Override
        public int offset() {
            return base.offset();
        }
    }

    /// Operands with operators of one level between them, worked off from the left.
    record Arithmetic(Node first, List<Step> steps) implements Node {
        record Step(Operator operator, Node operand) {}

        @Override
        public int offset() {
            return first.offset();
        }
    }

    record Call(MathFunction function, List<Node> arguments, int offset) implements Node {}

    /// Two sides and what should hold between them.
    ///
    /// @param at where the operator stands
    record Comparison(Node left, Relation relation, Node right, int at) implements Node {
        @Override
        public int offset() {
            return left.offset();
        }
    }

    /// `element in (items)`; `not in` is a [Not] of it.
    ///
    /// @param at where `in` stands
    record Membership(Node element, List<Node> items, int at) implements Node {
        @Override
        public int offset() {
            return element.offset();
        }
    }

    record Not(Node operand, int offset) implements Node {}

    /// Conditions that should all hold.
    ///
    /// @param operands two or more
    record And(List<Node> operands) implements Node {
        @Override
        public int offset() {
            return operands.getFirst().offset();
        }
    }

    /// Conditions of which one should hold.
    ///
    /// @param operands two or more
    record Or(List<Node> operands) implements Node {
        @Override
        public int offset() {
            return operands.getFirst().offset();
        }
    }
}
