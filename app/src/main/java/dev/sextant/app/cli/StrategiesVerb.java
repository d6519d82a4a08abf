package dev.sextant.app.cli;

import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.wire.tree.JsonWriter;

/// `strategies`: what there is.
final class StrategiesVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("strategies", "the strategies there are, and their settings")
                .flags(Usage.JSON)
                .examples("sextant strategies", "sextant strategies --json");
    }

    @Override
    public ExitCode run(Call call) {
        var all = StrategyCatalog.load().all();
        if (call.has(Usage.JSON)) {
            var json = new JsonWriter().startObject().name("strategies").startList();
            all.forEach(s -> json.startObject().name("name").text(s.name()).name("summary").text(s.summary()).endObject());
            call.out().println(json.endList().endObject().finish());
            return ExitCode.DONE;
        }
        for (var strategy : all) {
            call.out().println("%-10s %s".formatted(strategy.name(), strategy.summary()));
        }
        return ExitCode.DONE;
    }
}
