package dev.sextant.app.cli;

import dev.sextant.model.value.Numbers;
import dev.sextant.wire.study.DomainText;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The flags of a command line as the tree that a study file with the same meaning makes, so that both are read, and
/// complained about, by one reader.
final class FlagTree {
    private final Call call;
    private final List<Node.Member> members = new ArrayList<>();

    private FlagTree(Call call) {
        this.call = call;
    }

    /// The members that the flags of a command line say; empty if it has none of them.
    static Node.Obj of(Call call) {
        var tree = new FlagTree(call);
        tree.plain("study", StudyFlags.NAME);
        tree.command();
        tree.parameters();
        tree.metrics();
        tree.list("record", StudyFlags.RECORD);
        tree.plain("take", StudyFlags.TAKE);
        tree.text("pattern", StudyFlags.PATTERN);
        tree.texts("require", StudyFlags.REQUIRE);
        tree.call.value(StudyFlags.STRATEGY).ifPresent(tree::strategy);
        tree.plain("seed", StudyFlags.SEED);
        tree.plain("duplicates", StudyFlags.DUPLICATES);
        tree.call.value(StudyFlags.FIDELITY).ifPresent(tree::fidelity);
        tree.group("budget", budget());
        tree.plain("slots", StudyFlags.SLOTS);
        tree.group("resources", Map.of("cpus", StudyFlags.CPUS, "gpus", StudyFlags.GPUS, "memory", StudyFlags.MEMORY));
        tree.group("trial", Map.of("timeout", StudyFlags.TIMEOUT, "retries", StudyFlags.RETRIES, "grace", StudyFlags.GRACE,
                "keep", StudyFlags.KEEP));
        tree.texts("inputs", StudyFlags.INPUT);
        tree.environment();
        tree.plain("workdir", StudyFlags.WORKDIR);
        return new Node.Obj(tree.members, Source.argument("", "").start());
    }

    private static Map<String, Flag> budget() {
        var budget = new LinkedHashMap<String, Flag>();
        budget.put("trials", StudyFlags.TRIALS);
        budget.put("time", StudyFlags.TIME);
        budget.put("stop_at", StudyFlags.STOP_AT);
        budget.put("patience", StudyFlags.PATIENCE);
        budget.put("max_failures", StudyFlags.MAX_FAILURES);
        return budget;
    }

    private static Source source(Flag flag, String text) {
        return Source.argument(flag.name(), text);
    }

    /// What a plain word of a study file is: a number, true, false, or a text.
    private static Node scalar(Source source, int from, int to) {
        var at = source.at(from);
        var word = source.text().substring(from, to);
        if (Numbers.isNumber(word)) {
            return new Node.Num(word, at);
        }
        return word.equals("true") || word.equals("false") ? new Node.Bool(word.equals("true"), at) : new Node.Text(word, at);
    }

    private static Node scalar(Source source) {
        return scalar(source, 0, source.text().length());
    }

    private static Node text(Source source, int from, int to) {
        return new Node.Text(source.text().substring(from, to), source.at(from));
    }

    private void add(String name, Node node) {
        members.add(new Node.Member(name, node, node.at()));
    }

    private void plain(String key, Flag flag) {
        call.value(flag).ifPresent(v -> add(key, scalar(source(flag, v))));
    }

    private void text(String key, Flag flag) {
        call.value(flag).ifPresent(v -> add(key, text(source(flag, v), 0, v.length())));
    }

    private void texts(String key, Flag flag) {
        var texts = call.values(flag).stream().map(v -> text(source(flag, v), 0, v.length())).toList();
        if (!texts.isEmpty()) {
            add(key, new Node.Arr(texts, texts.getFirst().at()));
        }
    }

    /// Words separated by commas.
    private void list(String key, Flag flag) {
        call.value(flag).ifPresent(v -> {
            var source = source(flag, v);
            var words = Arrays.stream(v.split(",", -1)).<Node>map(w -> new Node.Text(w.strip(), source.start())).toList();
            add(key, new Node.Arr(words, source.start()));
        });
    }

    private void command() {
        call.rest().filter(r -> !r.isEmpty()).ifPresent(words -> {
            var source = Source.argument("--", String.join(" ", words));
            add("command", new Node.Arr(words.stream().<Node>map(w -> new Node.Text(w, source.start())).toList(), source.start()));
        });
    }

    private void parameters() {
        var parameters = call.values(StudyFlags.PARAMETER).stream()
                .map(p -> DomainText.member(source(StudyFlags.PARAMETER, p))).toList();
        var names = new HashSet<String>();
        parameters.stream().filter(m -> !names.add(m.name())).findFirst().ifPresent(twice -> {
            throw twice.at().error("Parameter '%s' is given twice.".formatted(twice.name()));
        });
        if (!parameters.isEmpty()) {
            add("space", new Node.Obj(parameters, parameters.getFirst().at()));
        }
    }

    private void metrics() {
        var objectives = call.values(StudyFlags.METRIC).stream().map(v -> objective(source(StudyFlags.METRIC, v))).toList();
        if (objectives.size() == 1) {
            add("objective", objectives.getFirst());
        } else if (!objectives.isEmpty()) {
            add("objective", new Node.Arr(objectives, objectives.getFirst().at()));
        }
    }

    private static Node objective(Source source) {
        var given = source.text();
        int colon = given.lastIndexOf(':');
        if (colon < 0) {
            return object(source, Map.of("metric", text(source, 0, given.length())));
        }
        var members = new LinkedHashMap<String, Node>();
        members.put("metric", text(source, 0, colon));
        members.put("goal", text(source, colon + 1, given.length()));
        return object(source, members);
    }

    private static Node.Obj object(Source source, Map<String, Node> members) {
        return new Node.Obj(members.entrySet().stream()
                .map(e -> new Node.Member(e.getKey(), e.getValue(), e.getValue().at())).toList(), source.start());
    }

    /// `tpe`, `genetic:demes=4,population=8`, `list:points.jsonl`.
    private void strategy(String given) {
        var source = source(StudyFlags.STRATEGY, given);
        int colon = given.indexOf(':');
        if (colon < 0) {
            add("strategy", text(source, 0, given.length()));
            return;
        }
        var value = given.indexOf('=', colon) < 0 ? scalar(source, colon + 1, given.length()) : settings(source, colon + 1);
        add("strategy", object(source, Map.of(given.substring(0, colon), value)));
    }

    private static Node settings(Source source, int from) {
        var members = new ArrayList<Node.Member>();
        int start = from;
        for (var setting : source.text().substring(from).split(",", -1)) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw source.at(start).error("A setting of a strategy is NAME=VALUE, as in genetic:demes=4,population=8.");
            }
            members.add(new Node.Member(setting.substring(0, equals),
                    scalar(source, start + equals + 1, start + setting.length()), source.at(start)));
            start += setting.length() + 1;
        }
        return new Node.Obj(members, source.at(from));
    }

    /// `epochs=1..27`.
    private void fidelity(String given) {
        var source = source(StudyFlags.FIDELITY, given);
        int equals = given.indexOf('=');
        int dots = given.indexOf("..", Math.max(0, equals));
        if (equals < 1 || dots < 0) {
            throw source.start().error("A fidelity is NAME=MIN..MAX, as in epochs=1..27.");
        }
        var members = new LinkedHashMap<String, Node>();
        members.put("name", text(source, 0, equals));
        members.put("min", scalar(source, equals + 1, dots));
        members.put("max", scalar(source, dots + 2, given.length()));
        add("fidelity", object(source, members));
    }

    private void group(String key, Map<String, Flag> flags) {
        var given = new LinkedHashMap<String, Node>();
        for (var entry : flags.entrySet()) {
            call.value(entry.getValue()).ifPresent(v -> given.put(entry.getKey(), scalar(source(entry.getValue(), v))));
        }
        given.values().stream().findFirst().map(Node::at)
                .ifPresent(at -> add(key, object(at.source(), given)));
    }

    private void environment() {
        var variables = new LinkedHashMap<String, Node>();
        Optional<Source> first = Optional.empty();
        for (var given : call.values(StudyFlags.ENV)) {
            var source = source(StudyFlags.ENV, given);
            int equals = given.indexOf('=');
            if (equals < 1) {
                throw source.start().error("A variable is NAME=VALUE, as in OMP_NUM_THREADS=2.");
            }
            variables.put(given.substring(0, equals), text(source, equals + 1, given.length()));
            first = first.or(() -> Optional.of(source));
        }
        first.ifPresent(source -> add("env", object(source, variables)));
    }
}
