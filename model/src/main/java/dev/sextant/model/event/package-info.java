/// What happened in a study, in order. Start with [StudyEvent][dev.sextant.model.event.StudyEvent].
package dev.sextant.model.event;
