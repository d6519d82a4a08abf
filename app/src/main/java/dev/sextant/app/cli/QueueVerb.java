package dev.sextant.app.cli;

import dev.sextant.model.value.Numbers;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `queue`: what waits for a slot, and what of it comes first.
final class QueueVerb implements Verb {
    private static final int MOST = 1_000_000;

    /// How urgent a trial is; `enqueue` has it too.
    static final Flag PRIORITY = Flag.of("--priority", "N", "higher is sooner; others have 0");
    private static final Flag JSON = Flag.onOff("--json", "as JSON, a trial a line");

    @Override
    public Usage usage() {
        return Usage.of("queue", "what waits for a slot, the next one first").words(TrialSteering.WORDS, 1000).flags(PRIORITY, JSON)
                .examples("sextant queue lenet", "sextant queue lenet 17 18 --priority 5");
    }

    @Override
    public ExitCode run(Call call) {
        call.need(0, "the study");
        var trials = TrialSteering.trials(call);
        var priority = priority(call);
        if (trials.isEmpty() == priority.isPresent()) {
            throw new UsageException("queue shows the whole queue, or takes trials and their --priority: sextant queue STUDY 17 18 --priority 5");
        }
        try (var steering = Studies.of(call).steer(call.word(0))) {
            if (priority.isPresent()) {
                prioritise(call, steering, trials, priority.getAsInt());
            } else {
                show(call, steering);
            }
        }
        return ExitCode.DONE;
    }

    /// The priority that was given, a whole number of at most a million either way.
    static OptionalInt priority(Call call) {
        return call.value(PRIORITY).map(given -> {
            if (Numbers.isWhole(given) && given.length() <= 8 && Math.abs(Integer.parseInt(given)) <= MOST) {
                return OptionalInt.of(Integer.parseInt(given));
            }
            throw new UsageException("--priority must be a whole number from -%,d to %,d, not '%s'.".formatted(MOST, MOST, given));
        }).orElse(OptionalInt.empty());
    }

    private static void prioritise(Call call, Steering steering, List<Integer> trials, int priority) {
        var answer = steering.send("prioritise", json -> {
            json.name("priorities").startList();
            trials.forEach(trial -> json.startObject().name("trial").whole(trial).name("priority").whole(priority).endObject());
            json.endList();
        });
        list(answer, "late").forEach(late -> call.err().println("sextant: trial %s has ended; its priority changes nothing.".formatted(JsonWriter.write(late))));
    }

    private static void show(Call call, Steering steering) {
        var queue = list(steering.send("queue", json -> json.name("count").whole(100_000)), "queue");
        if (call.has(JSON)) {
            queue.forEach(item -> call.out().println(JsonWriter.write(item)));
            return;
        }
        if (queue.isEmpty()) {
            call.err().println("sextant: nothing waits.");
            return;
        }
        var table = new Table(List.of("trial", "priority", "not before"));
        queue.forEach(item -> table.row(List.of(member(item, "trial"), member(item, "priority"), member(item, "not_before"))));
        table.print(call.out());
    }

    private static List<Node> list(Node.Obj answer, String name) {
        return answer.find(name).map(Node.Member::value).flatMap(value -> value instanceof Node.Arr list ? Optional.of(list.items()) : Optional.<List<Node>>empty()).orElse(List.of());
    }

    private static String member(Node item, String name) {
        return ((Node.Obj) item).find(name).map(found -> found.value() instanceof Node.Text(String text, _) ? text : JsonWriter.write(found.value())).orElse("");
    }
}
