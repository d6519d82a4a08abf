package dev.sextant.app.cli;

import dev.sextant.app.export.Export;
import dev.sextant.app.export.ExportFormat;
import dev.sextant.app.file.OutputFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// `export`: all trials as CSV, JSON or JSON lines.
final class ExportVerb implements Verb {
    private static final Flag FORMAT = Flag.of("--format", "csv|json|jsonl", "the form (default: the ending of the file, else csv)")
            .oneOf(Arrays.stream(ExportFormat.values()).map(ExportFormat::word).toList());
    private static final Flag OUTPUT = Flag.of("--output", "FILE", "where to (default: standard output)");

    @Override
    public Usage usage() {
        return Usage.of("export", "all trials as CSV, JSON or JSON lines").words("[STUDY]", 1)
                .flags(FORMAT, OUTPUT)
                .examples("sextant export lenet > lenet.csv", "sextant export lenet --output lenet.jsonl");
    }

    @Override
    public ExitCode run(Call call) {
        var file = call.value(OUTPUT).map(call.console()::path);
        var format = call.value(FORMAT).map(ExportVerb::format).or(() -> file.flatMap(ExportVerb::byEnding)).orElse(ExportFormat.CSV);
        try (var study = Studies.of(call).read(call.word(0))) {
            var export = new Export(study.view(), format);
            if (file.isPresent()) {
                OutputFile.write(file.get(), export::write);
                call.out().println(file.get());
            } else {
                export.write(new OutputStreamWriter(call.out(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ExitCode.DONE;
    }

    private static ExportFormat format(String word) {
        return ExportFormat.of(word).orElseThrow(() -> new UsageException("--format is one of %s, not '%s'."
                .formatted(Arrays.stream(ExportFormat.values()).map(ExportFormat::word).collect(Collectors.joining(", ")), word)));
    }

    private static Optional<ExportFormat> byEnding(Path file) {
        var name = file.getFileName().toString();
        return ExportFormat.of(name.substring(name.lastIndexOf('.') + 1));
    }
}
