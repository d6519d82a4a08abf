/// The language of conditions, constraints and filters: `kernel == poly and layers * width <= 4096`.
///
/// Start with [Expression][dev.sextant.model.expression.Expression]. A text goes one way through the package:
/// `Lexer` (tokens) → `Parser` (a `Node` tree, shape only) → `Checker` (a `Term`: names bound, types known, ready to
/// run). A mistake found on the way is an [ExpressionException][dev.sextant.model.expression.ExpressionException]
/// that points at its column. Nothing but values and the texts of this package is used; no code is ever evaluated.
package dev.sextant.model.expression;
