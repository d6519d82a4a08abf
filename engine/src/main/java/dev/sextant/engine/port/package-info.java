/// What the engine needs from outside: a place that keeps its log. Start with
/// [StudyStore][dev.sextant.engine.port.StudyStore].
package dev.sextant.engine.port;
