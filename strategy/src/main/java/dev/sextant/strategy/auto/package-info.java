/// What a user gets who names no strategy. Start with [AutoSearch][dev.sextant.strategy.auto.AutoSearch]; uses `bayes`, `tpe`, `cmaes` and `moea`.
package dev.sextant.strategy.auto;
