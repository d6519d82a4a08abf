/// The records of a genetic search, as the logs of CrayAI's HPO library show them: who was born when and where, how fit
/// each was. Start with [CrayLog][dev.sextant.strategy.demes.CrayLog]; pure text, the files are written elsewhere.
package dev.sextant.strategy.demes;
