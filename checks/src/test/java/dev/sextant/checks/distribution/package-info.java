/// What the build lays out for the launcher.
package dev.sextant.checks.distribution;
