/// The program people type: command lines in, exit codes out. Start with [Main].
///
/// The one package that may know every room; it wires them together and decides nothing itself.
package dev.sextant.app;
