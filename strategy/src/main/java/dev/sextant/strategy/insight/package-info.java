/// What finished trials say about the parameters and the objective: which of them mattered, what the objective looks like,
/// how much better it may get. Start with [Importances][dev.sextant.strategy.insight.Importances]; uses `forest` and
/// `numeric`.
package dev.sextant.strategy.insight;
