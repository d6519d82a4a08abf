/// The strategies by name. Start with [StrategyCatalog][dev.sextant.strategy.catalog.StrategyCatalog].
package dev.sextant.strategy.catalog;
