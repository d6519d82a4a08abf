/// From the words of a study's command to the arguments of one trial.
///
/// Start with [CommandTemplate][dev.sextant.run.command.CommandTemplate]. Pure: no files, no processes. Uses `model`, and the JSON of values from `wire`.
package dev.sextant.run.command;
