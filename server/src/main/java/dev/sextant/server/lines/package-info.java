/// The door of JSON lines: one request a line, one answer a line, in order; on standard input and output, or on a Unix
/// socket. Start with [LinesDoor][dev.sextant.server.lines.LinesDoor]; what the lines may ask is in the package `request`.
/// The lines are described in `docs/reference/pipe.md`.
package dev.sextant.server.lines;
