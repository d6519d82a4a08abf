/// Servers, workers, a database and clients that are killed, frozen and cut off, and the check of what they were told afterwards.
///
/// Start with [DoesChaosLoseAnything][dev.sextant.bench.chaos.DoesChaosLoseAnything]; what must hold stands at
/// [History][dev.sextant.bench.chaos.History].
package dev.sextant.bench.chaos;
