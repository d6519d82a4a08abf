/// The numbers under the strategies: low-discrepancy points, the normal distribution, draws from weights.
///
/// Pure functions and immutable values over `double`s and primitive arrays; nothing here knows a study. Start with
/// [Sobol] for designs and with [Normal] for densities. May use the JDK only.
package dev.sextant.strategy.numeric;
