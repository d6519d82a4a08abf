package dev.sextant.run.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts programs by [ProcessBuilder], behind `setsid` where that exists so that each has a group of its own.
///
/// For systems that lack a call [SpawnLauncher] needs. About twice its cost. Without `setsid` a "group" is the process and
/// those of its descendants that have not been left to another parent. Thread-safe.
public final class ProcessBuilderLauncher implements Launcher {
    private static final int ENOEXEC = 8;
    private static final int EACCES = 13;
    private static final int ENOENT = 2;

    private final Optional<String> setsid = Programs.locate(Command.inherit(List.of("setsid"), Path.of("/")));

    /// A launcher; many programs can be started by one.
    public ProcessBuilderLauncher() {}

    @Override
    public Launch launch(Command command, OutputSink stdout, OutputSink stderr) {
        var program = Programs.locate(command);
        if (program.isEmpty() || !startable(command, program.get())) {
            return new Launch.Refused(Programs.explain(command, errno(command, program)));
        }
        try {
            return new Launch.Started(new BuiltProcess(start(command, program.get()), setsid.isPresent(), stdout, stderr));
        } catch (IOException failed) {
            return new Launch.Refused(Programs.explain(command, String.valueOf(failed.getMessage()).contains("error=8") ? ENOEXEC : ENOENT));
        }
    }

    private Process start(Command command, String program) throws IOException {
        var arguments = new ArrayList<String>();
        setsid.ifPresent(arguments::add);
        arguments.add(program);
        arguments.addAll(command.arguments().subList(1, command.arguments().size()));
        var builder = new ProcessBuilder(arguments).directory(command.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(command.environment().variables());
        return builder.start();
    }

    /// `setsid` would start and then fail, so what can be seen before is looked at before.
    private static boolean startable(Command command, String program) {
        var file = command.directory().resolve(program);
        return Files.isDirectory(command.directory()) && Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static int errno(Command command, Optional<String> program) {
        return program.map(command.directory()::resolve).filter(Files::exists).isPresent() ? EACCES : ENOENT;
    }
}
