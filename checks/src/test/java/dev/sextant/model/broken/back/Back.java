package dev.sextant.model.broken.back;

import dev.sextant.checks.border.Breaks;
import dev.sextant.model.broken.There;
import java.util.Optional;

/// Comes back to the package it was named from.
@Breaks("packages are free of cycles")
public record Back(Optional<There> there) {}
