/// Files that are sent by what they hold: [Digests][dev.sextant.wire.file.Digests] says what that is.
package dev.sextant.wire.file;
