package dev.sextant.app.cli;

import dev.sextant.app.report.Report;
import dev.sextant.app.results.Results;
import dev.sextant.engine.Preview;
import dev.sextant.engine.port.StudyView;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.catalog.StrategyCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/// `report`: a study as one HTML file.
final class ReportVerb implements Verb {
    private static final Flag OUTPUT = Flag.of("--output", "FILE", "where to (default: STUDY.html)");
    private static final int NEXT = 3;

    @Override
    public Usage usage() {
        return Usage.of("report", "a study as one HTML file that needs nothing else").words("[STUDY]", 1)
                .flags(OUTPUT)
                .examples("sextant report lenet", "sextant report lenet --output /var/www/lenet.html");
    }

    @Override
    public ExitCode run(Call call) {
        try (var study = Studies.of(call).read(call.word(0))) {
            var spec = study.view().spec();
            var file = call.console().path(call.value(OUTPUT).orElse(study.name() + ".html"));
            new Report(Results.of(study.view(), Instant.now()), t -> Pasted.line(spec, t.trial(), t.configuration()).orElse(""), next(study.view())).write(file);
            call.out().println(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ExitCode.DONE;
    }

    /// What the strategy would try; nothing if it cannot say, which is no reason to have no report.
    private static List<Preview.Next> next(StudyView study) {
        try {
            return Preview.of(study, StrategyCatalog.load().find(study.spec().strategy().name()).create(Problem.of(study.spec())), NEXT);
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException | IndexOutOfBoundsException _) {
            return List.of();
        }
    }
}
