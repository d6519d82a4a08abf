/// The interface between the engine and every algorithm. Start with [Strategy][dev.sextant.strategy.Strategy].
package dev.sextant.strategy;
