/// How a strategy reads what its user set. Start with [Knobs][dev.sextant.strategy.settings.Knobs]; uses the model and the SPI only.
package dev.sextant.strategy.settings;
