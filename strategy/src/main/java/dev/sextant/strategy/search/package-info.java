/// Ways through a search space that several strategies share: uniform draws, finding what is allowed and not tried yet,
/// changing one value. Start with [Untried][dev.sextant.strategy.search.Untried]; uses the model and the
/// SPI only.
package dev.sextant.strategy.search;
