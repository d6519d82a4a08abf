/// Running trials in the slots of this machine.
///
/// Start with [LocalRunner][dev.sextant.run.worker.LocalRunner]: each of its slots takes an attempt from a
/// [TrialSource][dev.sextant.run.worker.TrialSource], runs the user's program in a run folder, and tells a
/// [StudyLink][dev.sextant.run.worker.StudyLink] what came of it. Uses all other packages of this module but `join`.
package dev.sextant.run.worker;
