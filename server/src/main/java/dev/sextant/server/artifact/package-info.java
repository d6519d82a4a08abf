/// Files of trials that workers have sent, on disk. Start with [BroughtArtifacts][dev.sextant.server.artifact.BroughtArtifacts].
package dev.sextant.server.artifact;
