package dev.sextant.app.cli;

import dev.sextant.server.lines.LinesDoor;

/// `pipe`: ask and tell as JSON lines, for programs in any language.
final class PipeVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("pipe", "ask and tell as JSON lines on standard input and output")
                .examples("sextant pipe < requests.jsonl", "python3 examples/pipe/loop.py");
    }

    @Override
    public ExitCode run(Call call) {
        var studies = new PipeStudies(Studies.of(call).home(), call.console().directory());
        LinesDoor.pipe(studies, "pipe " + ProcessHandle.current().pid()).serve(call.console().in(), call.out());
        return ExitCode.DONE;
    }
}
