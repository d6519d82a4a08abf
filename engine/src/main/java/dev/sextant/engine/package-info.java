/// The engine: hands out trials, takes results, and is the only writer of a study. Start with
/// [StudyDesk][dev.sextant.engine.StudyDesk].
package dev.sextant.engine;
