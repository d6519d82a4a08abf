package dev.sextant.app.cli;

/// One thing the program can do. Stateless; may run again and again in one JVM.
interface Verb {
    Usage usage();

    /// Does it. What the user did wrong, and what the machine refuses, comes as an exception.
    ExitCode run(Call call);
}
