package dev.sextant.app.cli;

/// `enqueue`: a configuration to try next.
final class EnqueueVerb implements Verb {
    @Override
    public Usage usage() {
        return Usage.of("enqueue", "a configuration to try next; what is not given takes its default").words("STUDY [NAME=VALUE…]", 1000)
                .examples("sextant enqueue lenet lr=1e-3 layers=4", "sextant enqueue lenet lr=1e-3");
    }

    @Override
    public ExitCode run(Call call) {
        call.need(0, "the study");
        var values = ParameterWords.read(call.words().subList(1, call.words().size()), "a parameter");
        try (var steering = Studies.of(call).steer(call.word(0))) {
            var answer = steering.send("enqueue", json -> ParameterWords.write(json, "parameters", values));
            AddVerb.printTrial(call, answer);
        }
        return ExitCode.DONE;
    }
}
