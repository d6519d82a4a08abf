/// Files that users ask for. Start with [OutputFile][dev.sextant.app.file.OutputFile].
package dev.sextant.app.file;
