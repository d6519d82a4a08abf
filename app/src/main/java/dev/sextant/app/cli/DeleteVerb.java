package dev.sextant.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// `delete`: removes a study with all its results.
final class DeleteVerb implements Verb {
    private static final Flag YES = Flag.onOff("--yes", "do not ask");

    @Override
    public Usage usage() {
        return Usage.of("delete", "removes a study with all its results and run folders").words("STUDY", 1)
                .flags(YES)
                .examples("sextant delete lenet", "sextant delete lenet --yes");
    }

    @Override
    public ExitCode run(Call call) {
        var studies = Studies.of(call);
        var name = studies.home().study(call.need(0, "the study")).name();
        if (!call.has(YES) && !agreed(call, studies, name)) {
            call.err().println("Nothing was deleted.");
            return ExitCode.DONE;
        }
        studies.home().delete(name);
        call.err().println("Study '%s' is deleted.".formatted(name));
        return ExitCode.DONE;
    }

    private static boolean agreed(Call call, Studies studies, String name) {
        if (!call.console().terminals().in()) {
            throw new UsageException("delete asks before it deletes, and there is no terminal to ask at.\nAdd --yes to delete study '%s'."
                    .formatted(name));
        }
        call.err().print("Delete study '%s' and all that lies in %s? [y/N] ".formatted(name, studies.folder(Optional.of(name)).path()));
        call.err().flush();
        try {
            var line = new BufferedReader(new InputStreamReader(call.console().in(), StandardCharsets.UTF_8)).readLine();
            return line != null && line.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
