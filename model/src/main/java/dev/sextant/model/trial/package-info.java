/// One trial: its states, how it ends, what it measured. Start with [TrialState][dev.sextant.model.trial.TrialState].
package dev.sextant.model.trial;
