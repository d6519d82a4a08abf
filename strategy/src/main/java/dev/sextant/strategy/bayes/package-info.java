/// Bayesian optimisation with a Gaussian process over the whole space, conditions included.
///
/// Start with [GaussianProcessSearch]; [Axes] says how configurations become numbers, [Posterior] what is predicted,
/// [Search] where the best next point is looked for. May use the SPI, the model, `numeric` and
/// `pareto`.
package dev.sextant.strategy.bayes;
