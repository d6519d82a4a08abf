/// Other processes, and what they do in their own time: [dev.sextant.testkit.process.Await].
package dev.sextant.testkit.process;
