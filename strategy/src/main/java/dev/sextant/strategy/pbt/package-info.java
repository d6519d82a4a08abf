/// Population based training: members are trained at once, and in between the weak take over weights and hyperparameters
/// of the strong. Start with [PopulationTraining][dev.sextant.strategy.pbt.PopulationTraining]; uses `demes`, `numeric`, `search`
/// and `settings`.
package dev.sextant.strategy.pbt;
