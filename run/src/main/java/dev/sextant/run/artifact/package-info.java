/// Files that trials leave and that somebody may want afterwards. Start with [LeftFiles][dev.sextant.run.artifact.LeftFiles].
package dev.sextant.run.artifact;
