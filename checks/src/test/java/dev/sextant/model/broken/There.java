package dev.sextant.model.broken;

import dev.sextant.checks.border.Breaks;
import dev.sextant.model.broken.back.Back;

/// Goes to a package that comes back.
@Breaks("packages are free of cycles")
public record There(Back back) {}
