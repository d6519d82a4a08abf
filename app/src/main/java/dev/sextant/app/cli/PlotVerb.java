package dev.sextant.app.cli;

import dev.sextant.app.plot.Plot;
import dev.sextant.app.plot.PlotKind;
import dev.sextant.app.plot.PlotSize;
import dev.sextant.app.results.Results;
import dev.sextant.model.text.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;

/// `plot`: a chart of a study as SVG or PNG.
final class PlotVerb implements Verb {
    private static final Flag KIND = Flag.of("--kind", "KIND", "what to show (default: history); the reference lists them")
            .oneOf(Arrays.stream(PlotKind.values()).map(PlotKind::word).toList());
    private static final Flag OUTPUT = Flag.of("--output", "FILE", "where to, .svg or .png (default: STUDY-KIND.svg)");
    private static final Flag SIZE = Flag.of("--size", "WxH", "in units of 1/96 inch (default 960x540)");

    @Override
    public Usage usage() {
        return Usage.of("plot", "a chart of a study as SVG or PNG").words("[STUDY]", 1)
                .flags(KIND, OUTPUT, SIZE)
                .examples("sextant plot lenet", "sextant plot lenet --kind slice --output slice.png");
    }

    @Override
    public ExitCode run(Call call) {
        var kind = kind(call.value(KIND).orElse(PlotKind.HISTORY.word()));
        var size = call.value(SIZE).map(PlotVerb::size).orElse(PlotSize.STANDARD);
        try (var study = Studies.of(call).read(call.word(0))) {
            var file = call.console().path(call.value(OUTPUT).orElse(study.name() + "-" + kind.word() + ".svg"));
            new Plot(Results.of(study.view(), Instant.now()), kind, size).write(file);
            call.out().println(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ExitCode.DONE;
    }

    private static PlotKind kind(String word) {
        var words = Arrays.stream(PlotKind.values()).map(PlotKind::word).toList();
        return PlotKind.of(word).orElseThrow(() -> new UsageException("There is no plot '%s'; plots: %s.%s".formatted(word,
                String.join(", ", words), Nearest.question(word, words).map("\n"::concat).orElse(""))));
    }

    private static PlotSize size(String given) {
        var sides = given.split("x", -1);
        if (sides.length != 2) {
            throw new UsageException("--size is width and height, as in 960x540, not '%s'.".formatted(given));
        }
        return new PlotSize(Call.count("The width", sides[0], 1), Call.count("The height", sides[1], 1));
    }
}
