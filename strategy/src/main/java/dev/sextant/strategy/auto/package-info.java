/// What a user gets who names no strategy. Start with [AutoSearch][dev.sextant.strategy.auto.AutoSearch]; uses `tpe` and `design`.
package dev.sextant.strategy.auto;
