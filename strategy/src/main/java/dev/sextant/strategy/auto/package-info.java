/// What a user gets who names no strategy. Start with [AutoSearch][dev.sextant.strategy.auto.AutoSearch]; uses `bayes`, `cmaes`, `tpe` and `design`.
package dev.sextant.strategy.auto;
