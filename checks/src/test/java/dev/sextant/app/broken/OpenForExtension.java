package dev.sextant.app.broken;

import dev.sextant.checks.border.Breaks;

/// A public class that anyone may extend.
@Breaks("public types are interfaces, records, enums, sealed or final")
public class OpenForExtension {}
