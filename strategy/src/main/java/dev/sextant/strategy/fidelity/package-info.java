/// Trials that are run in part first: successive halving in its forms, and rules that stop trials that promise little.
/// Start with [Halving][dev.sextant.strategy.fidelity.Halving].
package dev.sextant.strategy.fidelity;
