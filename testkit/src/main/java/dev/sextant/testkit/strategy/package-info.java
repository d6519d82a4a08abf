/// The contract of a strategy as a suite of tests. Start with [StrategyContract][dev.sextant.testkit.strategy.StrategyContract];
/// uses JUnit, AssertJ, the model and the strategy SPI.
package dev.sextant.testkit.strategy;
