package dev.sextant.run.launch;

/// Starts programs on this machine, each in a process group of its own.
public interface Launcher {
    /// Starts `command`. What it prints goes to the sinks while somebody calls [Launched#follow].
    ///
    /// A program that is missing or may not be executed, or a directory that is not there, is a [Launch.Refused], not an exception.
    Launch launch(Command command, OutputSink stdout, OutputSink stderr);

    /// The cheapest launcher that works here.
    static Launcher best() {
        return SpawnLauncher.isSupported() ? new SpawnLauncher() : new ProcessBuilderLauncher();
    }
}
