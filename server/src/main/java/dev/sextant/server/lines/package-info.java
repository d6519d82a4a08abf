/// The door of JSON lines: one request a line, one answer a line, in order; on standard input and output, or on a Unix
/// socket. Start with [LinesDoor][dev.sextant.server.lines.LinesDoor]; [Studies][dev.sextant.server.lines.Studies] is
/// what it needs from outside. Each kind of request is a [Handler][dev.sextant.server.lines.Handler] of its own. The
/// lines are described in `docs/reference/pipe.md`.
package dev.sextant.server.lines;
