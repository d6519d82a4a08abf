package dev.sextant.app.cli;

import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.util.Optional;
import java.util.function.Consumer;

/// `tell`: the result of a trial that was asked for by hand.
final class TellVerb implements Verb {
    private static final Flag FAILED = Flag.of("--failed", "WHY", "it gave no value, for this reason");
    private static final Flag ATTEMPT = Flag.of("--attempt", "N", "of the attempt that ask gave (default: the latest)");

    @Override
    public Usage usage() {
        return Usage.of("tell", "tells the result of a trial").words("STUDY TRIAL [METRIC=VALUE…]", 100)
                .flags(FAILED, ATTEMPT)
                .examples("sextant tell lenet 17 loss=0.3", "sextant tell lenet 18 --failed 'loss was NaN'");
    }

    @Override
    public ExitCode run(Call call) {
        call.need(0, "the study");
        int trial = Call.count("The trial", call.need(1, "the number of the trial"), 0);
        var attempt = call.value(ATTEMPT).map(a -> Call.count("--attempt", a, 1));
        var result = result(call);
        try (var steering = Studies.of(call).steer(call.word(0))) {
            var answer = steering.send("tell", json -> {
                json.name("trial").whole(trial);
                attempt.ifPresent(a -> json.name("attempt").whole(a));
                result.accept(json);
            });
            if (answer.find("why").map(Node.Member::value).orElse(answer) instanceof Node.Text why) {
                throw new UsageException(why.text());
            }
        }
        return ExitCode.DONE;
    }

    private static Consumer<JsonWriter> result(Call call) {
        var words = call.words().subList(2, call.words().size());
        Optional<String> failed = call.value(FAILED);
        if (failed.isPresent() == !words.isEmpty()) {
            throw new UsageException("tell needs either values (loss=0.3) or --failed WHY.");
        }
        if (failed.filter(String::isBlank).isPresent()) {
            throw new UsageException("tell: --failed needs a reason, such as 'loss was NaN'.");
        }
        var metrics = ParameterWords.metrics(words);
        return json -> failed.ifPresentOrElse(why -> json.name("failed").text(why),
                () -> ParameterWords.writeMetrics(json, metrics));
    }
}
