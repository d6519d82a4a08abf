/// Starting one program in a process group of its own, and ending that group whole.
///
/// Start with [Launcher]. [SpawnLauncher] calls `posix_spawn` directly and costs about what `xargs` costs;
/// [ProcessBuilderLauncher] is for systems where one of the calls is missing. Both hand output to an [OutputSink] on the
/// thread that follows the process, so a slot needs one thread and no more. Uses nothing of the other packages.
package dev.sextant.run.launch;
