package dev.sextant.wire.study;

import dev.sextant.model.study.Objective;
import dev.sextant.model.study.Objective.Goal;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `objective: {metric: accuracy, goal: max}`, or a list of these; for limits among them see [LimitForm].
final class ObjectiveForm {
    private static final Pattern METRIC = Pattern.compile("[^\\s=:,'\"{}\\p{Cntrl}]{1,200}");
    private static final Pattern WORD_END = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");
    private static final Set<String> MORE_IS_BETTER = Set.of("accuracy", "acc", "auc", "auroc", "auprc", "roc", "f1", "r2",
            "score", "scores", "reward", "rewards", "return", "returns", "precision", "recall", "map", "iou", "miou", "dice",
            "bleu", "rouge", "meteor", "ndcg", "mrr", "top1", "top5", "throughput", "psnr", "ssim", "likelihood", "kappa", "mcc",
            "sensitivity", "specificity", "win", "wins", "winrate", "profit", "gain", "fitness");
    private static final Set<String> LESS_IS_BETTER = Set.of("loss", "error", "err", "cost", "mse", "rmse", "mae",
            "nll", "negative", "neg");

    private ObjectiveForm() {}

    static List<Objective> read(Node node) {
        if (node instanceof Node.Arr(List<Node> items, Position at)) {
            if (items.isEmpty()) {
                throw at.error("objective is an empty list.\nExample: {metric: accuracy, goal: max}");
            }
            var metrics = new Named("objective", node).items().stream().filter(item -> !isLimit(item.node())).toList();
            if (metrics.isEmpty()) {
                throw at.error("objective has limits only; a metric to optimise is needed.\nExample: {metric: accuracy, goal: max}");
            }
            return metrics.stream().map(item -> one(item.who(), item.node())).toList();
        }
        return List.of(one("objective", node));
    }

    /// Whether an item says a limit and nothing else.
    private static boolean isLimit(Node item) {
        return item instanceof Node.Obj object && object.members().size() == 1 && object.find("limit").isPresent();
    }

    private static Objective one(String who, Node node) {
        if (node instanceof Node.Text(String metric, Position at)) {
            throw at.error("%s must be an object, not %s.\nWrite {metric: %s, goal: max} or {metric: %s, goal: min}.".formatted(
                    who, node.shown(), metric, metric));
        }
        var fields = Fields.of(who, node, StudyKeys.under("objective"));
        var metric = fields.get("metric", given -> metric(given)).orElseThrow(
                () -> fields.missing("metric", "{metric: accuracy, goal: max}"));
        return new Objective(metric, fields.get("goal", ObjectiveForm::goal).orElseGet(
                () -> assumed(metric, node.at(), "Write {metric: %s, goal: max} or {metric: %s, goal: min}.".formatted(metric, metric))));
    }

    static String metric(Named given) {
        var name = given.text();
        if (!METRIC.matcher(name).matches()) {
            throw given.wrong("a name without blanks, quotes or any of = : , { }");
        }
        return name;
    }

    static Goal goal(Named given) {
        return switch (given.text()) {
            case "min" -> Goal.MIN;
            case "max" -> Goal.MAX;
            default -> throw Words.unknown(given, given.text(), List.of("min", "max"));
        };
    }

    /// The goal of a metric without one: less is better, unless its name says otherwise.
    static Goal assumed(String metric, Position at, String advice) {
        var words = Stream.concat(WORD_END.splitAsStream(metric), Stream.of(metric)).map(word -> word.toLowerCase(Locale.ROOT)).toList();
        if (words.stream().anyMatch(MORE_IS_BETTER::contains) && words.stream().noneMatch(LESS_IS_BETTER::contains)) {
            throw at.error("Metric '%s': its name says that more is better, but no goal was given, and without one less is better.\n%s"
                    .formatted(metric, advice));
        }
        return Goal.MIN;
    }

    static Node write(List<Objective> objectives, Position at) {
        var nodes = objectives.stream().<Node>map(o ->
                new TreeBuilder(at).text("metric", o.metric()).text("goal", o.goalWord()).build()).toList();
        return nodes.size() == 1 ? nodes.getFirst() : new Node.Arr(nodes, at);
    }
}
