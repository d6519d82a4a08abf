/// What a user says about a study: what to search, what counts as good, how to run it, when to end. Start with
/// [StudySpec][dev.sextant.model.study.StudySpec], which never changes, and
/// [Settings][dev.sextant.model.study.Settings], which may.
package dev.sextant.model.study;
