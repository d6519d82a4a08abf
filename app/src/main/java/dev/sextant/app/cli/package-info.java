/// The command line: one small class a verb. Start with [Verb][dev.sextant.app.cli.Verb] and
/// [Verbs][dev.sextant.app.cli.Verbs]; what several verbs share is [Call][dev.sextant.app.cli.Call], one read command
/// line.
package dev.sextant.app.cli;
