/// The JSON of trials, and of the parameters and figures of `ask` and `tell`. Start with
/// [TrialForm][dev.sextant.wire.trial.TrialForm].
package dev.sextant.wire.trial;
