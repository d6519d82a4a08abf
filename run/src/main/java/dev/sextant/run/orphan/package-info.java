/// Programs that outlive the Sextant that started them, when that was killed: found and ended at the next start.
///
/// [RunningLedger][dev.sextant.run.orphan.RunningLedger] says what runs now, in a file;
/// [Orphans][dev.sextant.run.orphan.Orphans] reads it after a crash. Uses `launch`, and `output` for the words of errors.
package dev.sextant.run.orphan;
