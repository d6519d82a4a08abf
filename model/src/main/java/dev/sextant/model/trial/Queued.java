package dev.sextant.model.trial;

import java.time.Instant;
import java.util.Optional;

/// A trial that waits for a slot.
///
/// @param priority higher is sooner
/// @param notBefore when it becomes ready, if it waits for a time
public record Queued(int trial, int priority, Optional<Instant> notBefore) {}
