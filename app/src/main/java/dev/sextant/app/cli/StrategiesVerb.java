package dev.sextant.app.cli;

import dev.sextant.strategy.catalog.StoppingRuleCatalog;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.wire.tree.JsonWriter;

/// `strategies`: what there is, stopping rules included.
final class StrategiesVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("strategies", "the strategies and stopping rules there are, and their settings")
                .flags(Usage.JSON)
                .examples("sextant strategies", "sextant strategies --json");
    }

    @Override
    public ExitCode run(Call call) {
        var all = StrategyCatalog.load().all();
        if (call.has(Usage.JSON)) {
            var json = new JsonWriter().startObject().name("strategies").startList();
            all.forEach(s -> json.startObject().name("name").text(s.name()).name("summary").text(s.summary()).endObject());
            json.endList().name("stopping_rules").startList();
            StoppingRuleCatalog.all().forEach(r -> json.startObject().name("name").text(r.name()).name("summary").text(r.summary()).endObject());
            call.out().println(json.endList().endObject().finish());
            return ExitCode.DONE;
        }
        for (var strategy : all) {
            call.out().println("%-10s %s".formatted(strategy.name(), strategy.summary()));
        }
        call.out().println("\nRules for --stopping, which end poor trials early and go with every strategy:");
        StoppingRuleCatalog.all().forEach(rule -> call.out().println("%-10s %s".formatted(rule.name(), rule.summary())));
        return ExitCode.DONE;
    }
}
