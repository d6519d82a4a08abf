package dev.sextant.app.cli;

import dev.sextant.engine.Preview;
import dev.sextant.model.space.ElementList;
import dev.sextant.run.command.Names;
import dev.sextant.run.command.ShellQuoting;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.catalog.StrategyCatalog;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.trial.ListedValues;
import java.util.List;
import java.util.stream.Collectors;

/// `ask`: what to try next, for those who are the loop themselves.
final class AskVerb implements Verb {
    private static final Flag COUNT = Flag.of("--count", "N", "so many trials, one a line (default 1)");
    private static final Flag FLAGS = Flag.onOff("--flags", "the trial's number and its parameters as --name=value");

    private static final Flag DRY = Flag.onOff("--dry", "only show what it would be and why; nothing changes");

    @Override
    public Usage usage() {
        return Usage.of("ask", "asks what to try next; answer with tell").words("STUDY", 1)
                .flags(COUNT, FLAGS, DRY)
                .examples("sextant ask lenet", "set -- $(sextant ask lenet --flags); python3 train.py \"${@:2}\"");
    }

    @Override
    public ExitCode run(Call call) {
        int count = call.count(COUNT).orElse(1);
        call.need(0, "the study");
        if (call.has(DRY)) {
            return preview(call, count);
        }
        try (var steering = Studies.of(call).steer(call.word(0))) {
            var answer = steering.send("ask", json -> json.name("count").whole(count));
            if (!(value(answer, "trials") instanceof Node.Arr trials)) {
                var what = answer.find("exhausted").isPresent() ? "Nothing more: " : "Nothing now: ";
                call.err().println("sextant: " + what + text(value(answer, "why")) + ".");
                return ExitCode.DONE;
            }
            trials.items().forEach(t -> call.out().println(call.has(FLAGS) ? flags((Node.Obj) t) : JsonWriter.write(t)));
        }
        return ExitCode.DONE;
    }

    /// Reads the study, whoever runs it, and asks a strategy of its own.
    private static ExitCode preview(Call call, int count) {
        try (var study = Studies.of(call).read(call.word(0))) {
            var spec = study.view().spec();
            var strategy = StrategyCatalog.load().find(spec.strategy().name()).create(Problem.of(spec));
            var all = Preview.of(study.view(), strategy, count);
            var names = Names.of(spec);
            if (all.isEmpty()) {
                call.err().println("sextant: Nothing new now: the strategy '%s' waits, or has nothing more.".formatted(spec.strategy().name()));
            }
            all.forEach(next -> call.out().println(call.has(FLAGS) ? flags(next, names) : json(next, names.lists())));
        }
        return ExitCode.DONE;
    }

    private static String json(Preview.Next next, List<ElementList> lists) {
        var json = new JsonWriter().startObject().name("trial").whole(next.trial()).name("parameters");
        ListedValues.write(lists, next.proposal().configuration().values(), json);
        return json.name("why").text(next.proposal().why()).endObject().finish();
    }

    private static String flags(Preview.Next next, Names names) {
        return names.texts(next.proposal().configuration().values()).entrySet().stream()
                .filter(entry -> names.isFlag(entry.getKey(), _ -> false))
                .map(entry -> ShellQuoting.quote("--%s=%s".formatted(entry.getKey(), entry.getValue())))
                .collect(Collectors.joining(" ", next.trial() + " ", ""));
    }

    /// `17 --lr=0.001 --act=relu`.
    private static String flags(Node.Obj trial) {
        var number = JsonWriter.write(value(trial, "trial"));
        if (!(value(trial, "parameters") instanceof Node.Obj parameters)) {
            throw new IllegalStateException("The answer to ask has no parameters.");
        }
        return parameters.members().stream()
                .map(m -> ShellQuoting.quote("--%s=%s".formatted(m.name(), text(m.value()))))
                .collect(Collectors.joining(" ", number + " ", ""));
    }

    /// The value of a member; the object itself if there is no such member.
    private static Node value(Node.Obj object, String member) {
        return object.find(member).map(Node.Member::value).orElse(object);
    }

    private static String text(Node value) {
        return switch (value) {
            case Node.Text word -> word.text();
            case Node.Num number -> ParameterWords.number(number).text();
            case Node.Obj _, Node.Arr _, Node.Bool _, Node.Null _ -> JsonWriter.write(value);
        };
    }
}
