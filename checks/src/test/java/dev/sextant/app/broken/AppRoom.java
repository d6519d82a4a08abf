package dev.sextant.app.broken;

/// Stands for the module `app` in the trespasses of others.
public interface AppRoom {}
