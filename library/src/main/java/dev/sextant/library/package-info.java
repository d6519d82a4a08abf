/// Minimises or maximises a Java function. Start with [Sextant][dev.sextant.library.Sextant].
package dev.sextant.library;
