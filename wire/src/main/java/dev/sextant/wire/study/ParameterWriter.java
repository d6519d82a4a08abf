package dev.sextant.wire.study;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;

/// Writes a parameter as a study file has it; [ParameterForm] reads it back as the same parameter.
final class ParameterWriter {
    private ParameterWriter() {}

    static Node node(Parameter parameter, Position at) {
        if (parameter.domain() instanceof Constant(Value value) && isPlain(parameter, value)) {
            return Node.of(value, at);
        }
        var object = new TreeBuilder(at);
        domain(parameter, object);
        parameter.standard().ifPresent(value -> object.value("default", value));
        parameter.prior().ifPresent(prior -> {
            object.value("around", prior.around());
            prior.spread().ifPresent(spread -> object.value("spread", new Value.Real(spread)));
        });
        parameter.was().ifPresent(value -> object.value("was", value));
        parameter.condition().ifPresent(condition -> object.text("if", condition));
        return object.build();
    }

    private static boolean isPlain(Parameter parameter, Value value) {
        return parameter.standard().isEmpty() && parameter.was().isEmpty() && parameter.condition().isEmpty() && !value.text().contains("..");
    }

    private static void domain(Parameter parameter, TreeBuilder object) {
        switch (parameter.domain()) {
            case RealRange(double low, double high, Scale scale) -> {
                object.values("real", new Value.Real(low), new Value.Real(high));
                logarithmic(scale, object);
            }
            case SteppedRange range -> {
                object.values("real", new Value.Real(range.low()), new Value.Real(range.high()));
                object.value("step", new Value.Real(range.step()));
            }
            case IntRange(long low, long high, Scale scale, long step) -> {
                object.values("int", new Value.Int(low), new Value.Int(high));
                logarithmic(scale, object);
                if (step != 1) {
                    object.value("step", new Value.Int(step));
                }
            }
            case Choice choice -> object.values("choice", choice.values().toArray(Value[]::new));
            case Ordinal ordinal -> object.values("ordered", ordinal.values().toArray(Value[]::new));
            case Bool(boolean first) -> object.values("bool", new Value.Flag(first), new Value.Flag(!first));
            case Constant(Value value) -> object.value("constant", value);
        }
    }

    private static void logarithmic(Scale scale, TreeBuilder object) {
        if (scale == Scale.LOG) {
            object.value("log", new Value.Flag(true));
        }
    }
}
