/// A study as people write it: in a file, in JSON, on the command line. Start with
/// [StudyDraft][dev.sextant.wire.study.StudyDraft], which is what was said, and [StudyForm][dev.sextant.wire.study.StudyForm],
/// which turns it into a study and back. [DomainText][dev.sextant.wire.study.DomainText] is the grammar of `-p`,
/// [StudyKeys][dev.sextant.wire.study.StudyKeys] lists every key.
package dev.sextant.wire.study;
