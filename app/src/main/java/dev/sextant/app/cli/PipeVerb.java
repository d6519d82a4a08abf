package dev.sextant.app.cli;

import dev.sextant.server.lines.LinesDoor;

/// `pipe`: ask and tell as JSON lines, for programs in any language.
final class PipeVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("pipe", "ask and tell as JSON lines on standard input and output")
                .examples("sextant pipe < requests.jsonl", "python3 examples/pipe/drive.py");
    }

    @Override
    public ExitCode run(Call call) {
        var studies = new PipeStudies(Studies.of(call).home(), call.console(), NamedFiles.all(call.console().directory()));
        var door = LinesDoor.pipe(studies, "pipe " + ProcessHandle.current().pid());
        var atTheEnd = Thread.ofPlatform().name("end of the pipe").unstarted(door::close);
        Runtime.getRuntime().addShutdownHook(atTheEnd);     // Ctrl-C does not interrupt who waits for a line
        door.serve(call.console().in(), call.out());
        forget(atTheEnd);
        return ExitCode.DONE;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already, and with it the hook.
        }
    }
}
