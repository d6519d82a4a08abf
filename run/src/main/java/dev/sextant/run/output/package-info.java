/// What a program prints, kept in files of bounded size.
///
/// Start with [OutputFile][dev.sextant.run.output.OutputFile]. Files only; uses nothing of the other packages.
package dev.sextant.run.output;
