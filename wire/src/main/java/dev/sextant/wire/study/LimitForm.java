package dev.sextant.wire.study;

import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.model.study.OutcomeLimit.Side;
import dev.sextant.model.value.Numbers;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `limit: latency <= 20`, or a list of these; also within `objective`, beside a metric or as an item of its own.
final class LimitForm {
    private static final Pattern LIMIT = Pattern.compile("\\s*(\\S+?)\\s*(<=|>=)\\s*(\\S+)\\s*");

    private LimitForm() {}

    /// All limits of a study, those of `objective` first.
    static List<OutcomeLimit> read(Fields study) {
        var limits = new ArrayList<OutcomeLimit>();
        study.node("objective").ifPresent(node -> ofObjective(node, limits));
        study.node("limit").ifPresent(node -> limits.addAll(some(new Named("limit", node))));
        return limits.stream().distinct().toList();
    }

    private static void ofObjective(Node node, List<OutcomeLimit> limits) {
        switch (node) {
            case Node.Arr(List<Node> items, _) -> items.forEach(item -> ofObjective(item, limits));
            case Node.Obj object -> object.find("limit").ifPresent(m -> limits.addAll(some(new Named("objective.limit", m.value()))));
            case Node.Text _, Node.Num _, Node.Bool _, Node.Null _ -> {}
        }
    }

    private static List<OutcomeLimit> some(Named given) {
        return given.node() instanceof Node.Arr ? given.items(LimitForm::one) : List.of(one(given));
    }

    private static OutcomeLimit one(Named given) {
        var parts = LIMIT.matcher(given.text());
        if (!parts.matches() || !Numbers.isNumber(parts.group(3)) || !Double.isFinite(Double.parseDouble(parts.group(3)))) {
            throw given.wrong("METRIC <= NUMBER or METRIC >= NUMBER");
        }
        var metric = ObjectiveForm.metric(new Named(given.who(), new Node.Text(parts.group(1), given.node().at())));
        return new OutcomeLimit(metric, parts.group(2).equals("<=") ? Side.AT_MOST : Side.AT_LEAST, Double.parseDouble(parts.group(3)));
    }
}
