/// The engine's side of a strategy: what it is told, how it is asked, which of its answers are turned down. Start with
/// [Thinker][dev.sextant.engine.think.Thinker].
package dev.sextant.engine.think;
