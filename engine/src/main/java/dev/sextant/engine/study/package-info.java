/// The state of one study as its log tells it, and what may happen next. Pure: events and times come in, state and
/// events go out. Start with [StudyState][dev.sextant.engine.study.StudyState].
package dev.sextant.engine.study;
