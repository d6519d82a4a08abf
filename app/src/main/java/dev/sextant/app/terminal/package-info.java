/// What people see while a study runs, and at its end: pure functions from what happened to lines of text, and one
/// thin writer. Start with [Watch][dev.sextant.app.terminal.Watch], which is fed with the log.
package dev.sextant.app.terminal;
