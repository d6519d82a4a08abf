/// A store without a file, for studies that need not outlive their process. Start with
/// [MemoryStore][dev.sextant.engine.memory.MemoryStore].
package dev.sextant.engine.memory;
