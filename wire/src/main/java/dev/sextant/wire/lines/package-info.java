/// JSON lines between programs: one request a line goes out, one answer a line comes back. Start with
/// [LinesClient][dev.sextant.wire.lines.LinesClient]; who answers is the door of the server.
package dev.sextant.wire.lines;
