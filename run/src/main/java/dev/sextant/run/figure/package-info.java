/// Figures of merit in what a program prints.
///
/// Start with [MetricReader][dev.sextant.run.figure.MetricReader], which takes bytes as they come and hands on a
/// [Reading][dev.sextant.run.figure.Reading] a line; [Tally][dev.sextant.run.figure.Tally] makes the outcome of a trial of
/// them. Bounded memory and linear time whatever the program prints. Uses `model` and nothing of the other packages.
package dev.sextant.run.figure;
