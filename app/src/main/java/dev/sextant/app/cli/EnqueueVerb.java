package dev.sextant.app.cli;

/// `enqueue`: a configuration to try next.
final class EnqueueVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("enqueue", "a configuration to try next; what is not given takes its default").words("STUDY [NAME=VALUE…]", 1000)
                .flags(QueueVerb.PRIORITY)
                .examples("sextant enqueue lenet lr=1e-3 layers=4", "sextant enqueue lenet lr=1e-3 --priority 5");
    }

    @Override
    public ExitCode run(Call call) {
        call.need(0, "the study");
        var values = ParameterWords.read(call.words().subList(1, call.words().size()), "a parameter");
        var priority = QueueVerb.priority(call);
        try (var steering = Studies.of(call).steer(call.word(0))) {
            var answer = steering.send("enqueue", json -> {
                ParameterWords.write(json, "parameters", values);
                priority.ifPresent(given -> json.name("priority").whole(given));
            });
            AddVerb.printTrial(call, answer);
        }
        return ExitCode.DONE;
    }
}
