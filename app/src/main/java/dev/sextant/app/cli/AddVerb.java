package dev.sextant.app.cli;

import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.util.List;

/// `add`: a result that was found elsewhere.
final class AddVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("add", "a finished result from elsewhere").words("STUDY [NAME=VALUE…]", 1000).rest("-- METRIC=VALUE…")
                .examples("sextant add lenet lr=1e-3 layers=4 -- loss=0.31", "sextant add lenet lr=1e-2 -- loss=0.35 seconds=12");
    }

    @Override
    public ExitCode run(Call call) {
        call.need(0, "the study");
        var values = ParameterWords.read(call.words().subList(1, call.words().size()), "a parameter");
        var metrics = ParameterWords.metrics(call.rest().orElse(List.of()));
        if (metrics.isEmpty()) {
            throw new UsageException("add needs the result behind '--': sextant add STUDY lr=1e-3 -- loss=0.3");
        }
        try (var steering = Studies.of(call).steer(call.word(0))) {
            var answer = steering.send("add", json -> {
                ParameterWords.write(json, "parameters", values);
                ParameterWords.writeMetrics(json, metrics);
            });
            printTrial(call, answer);
        }
        return ExitCode.DONE;
    }

    /// Prints the number of the trial that came to be, for scripts.
    static void printTrial(Call call, Node.Obj answer) {
        answer.find("trial").ifPresent(t -> call.out().println(JsonWriter.write(t.value())));
    }
}
