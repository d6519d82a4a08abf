package dev.sextant.bench.quality;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Answers drivers of other programs, a line of JSON for each line that is read:
///
///     {"problem": "branin", "seed": 3}          the instance, with its parameters
///     {"next": {"x1": 0.5}}                     the name of an active parameter that has no value yet, or null
///     {"evaluate": {"x1": 0.5, …}, "trial": 7}  loss or that it failed, regret, and how long trial 7 runs in virtual time;
///                                               with a "step", at that step of its training;
///                                               of several objectives, their losses and what all results so far reached
///
/// Values of inactive parameters are passed over.
final class Evaluations {
    private final PrintStream out;
    private Benchmark.Instance instance = Benchmarks.find("branin").instance(1);
    private final List<List<Double>> found = new ArrayList<>();
    private long seed = 1;

    private Evaluations(PrintStream out) {
        this.out = out;
    }

    /// Answers until the input ends.
    static void serve() throws IOException {
        var evaluations = new Evaluations(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        var reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            evaluations.answer((Node.Obj) JsonReader.read(Source.file("request", line)));
        }
    }

    private void answer(Node.Obj request) {
        var json = new JsonWriter().startObject();
        switch (request.members().getFirst().name()) {
            case "problem" -> begin(request, json);
            case "next" -> json.name("next").text(missing(given(request.members().getFirst().value())));
            default -> evaluate(request, json);
        }
        out.println(json.endObject().finish());
    }

    private static String text(Node node) {
        return switch (node) {
            case Node.Text word -> word.text();
            case Node.Num number -> number.literal();
            case Node.Bool flag -> Boolean.toString(flag.on());
            default -> throw new IllegalArgumentException(node.shown() + " was not expected.");
        };
    }

    private void begin(Node.Obj request, JsonWriter json) {
        var benchmark = Benchmarks.find(text(request.find("problem").orElseThrow().value()));
        seed = Long.parseLong(text(request.find("seed").orElseThrow().value()));
        instance = benchmark.instance(seed);
        found.clear();
        json.name("objectives").whole(instance.front().map(f -> f.reference().size()).orElse(1));
        json.name("family").text(benchmark.family()).name("least").number(instance.least()).name("parameters").startList();
        instance.space().parameters().forEach(p -> describe(p, json.startObject()));
        json.endList().name("steps").startList();
        instance.steps().forEach(json::whole);
        json.endList();
    }

    private static void describe(Parameter parameter, JsonWriter json) {
        json.name("name").text(parameter.name()).name("if").text(parameter.condition().orElse(""));
        switch (parameter.domain()) {
            case RealRange(double low, double high, var scale) -> json.name("kind").text("real").name("low").number(low).name("high").number(high)
                    .name("log").flag(scale == dev.sextant.model.space.Scale.LOG);
            case IntRange(long low, long high, var scale, _) -> json.name("kind").text("int").name("low").whole(low).name("high").whole(high)
                    .name("log").flag(scale == dev.sextant.model.space.Scale.LOG);
            case Bool _ -> json.name("kind").text("choice").name("values").startList().flag(false).flag(true).endList();
            case Choice(var values) -> {
                json.name("kind").text("choice").name("values").startList();
                values.forEach(json::value);
                json.endList();
            }
            case Domain other -> throw new IllegalArgumentException("No driver knows " + other.allowed() + ".");
        }
        json.endObject();
    }

    private Map<String, String> given(Node node) {
        return ((Node.Obj) node).members().stream().collect(Collectors.toMap(Node.Member::name, m -> text(m.value())));
    }

    /// The name of the first active parameter without a value; empty if all have one.
    private String missing(Map<String, String> given) {
        var missing = new StringBuilder();
        configuration(given, p -> {
            if (missing.isEmpty()) {
                missing.append(p.name());
            }
            return p.start();
        });
        return missing.toString();
    }

    private Configuration configuration(Map<String, String> given, Function<Parameter, Value> otherwise) {
        return instance.space().configuration(p -> given.containsKey(p.name()) ? accept(p, given.getOrDefault(p.name(), "")) : otherwise.apply(p));
    }

    private static Value accept(Parameter parameter, String text) {
        var value = parameter.domain() instanceof RealRange ? new Value.Real(Double.parseDouble(text)) : Value.of(text);
        return parameter.domain().accept(value).orElseThrow(() -> new IllegalArgumentException(
                "%s=%s is not allowed: %s.".formatted(parameter.name(), text, parameter.domain().allowed())));
    }

    private void evaluate(Node.Obj request, JsonWriter json) {
        var configuration = configuration(given(request.members().getFirst().value()), p -> {
            throw new IllegalArgumentException("%s has no value.".formatted(p.name()));
        });
        int trial = Integer.parseInt(text(request.find("trial").orElseThrow().value()));
        long step = request.find("step").map(m -> Long.parseLong(text(m.value()))).orElse(instance.last());
        if (instance.front().isPresent()) {
            found.add(instance.losses(configuration));
            json.name("losses").startList();
            found.getLast().forEach(json::number);
            json.endList().name("regret").number(instance.reached(found)).name("seconds").number(SextantRun.seconds(seed, trial));
            return;
        }
        double loss = instance.loss().of(configuration, step);
        if (Double.isNaN(loss)) {
            json.name("failed").flag(true);
        } else {
            json.name("loss").number(loss);
        }
        json.name("regret").number(instance.regretOf(loss)).name("seconds").number(SextantRun.seconds(seed, trial));
    }
}
