/// The product as its users have it: processes that are started by `./sextant` from the build, killed, interrupted,
/// steered from other shells, and given damaged files. Start with [dev.sextant.checks.e2e.Shells].
package dev.sextant.checks.e2e;
