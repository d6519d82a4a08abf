package dev.sextant.strategy.insight;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.forest.Forest;
import dev.sextant.strategy.forest.Rules;
import dev.sextant.strategy.forest.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Importance as the share of the variance over the space that a parameter explains alone, and two together.
///
/// Forests learn the objective, [#BAGS] of them, each from a bootstrap sample of the trials; of each forest's mean over
/// uniform draws of the allowed space the variance is split, see [Variances]. A conditional parameter explains what
/// varies with its value where it is active. Shares are averages over the forests, and their intervals come from the
/// spread between these. O(bags · (n · log n + [#POINTS] · (trees · depth + pairs))).
///
/// Source: F. Hutter, H. Hoos and K. Leyton-Brown, An efficient approach for assessing hyperparameter importance, ICML
/// 2014, section 4. Differs: variances are estimated from draws instead of computed from the boxes of the leaves,
/// because only draws can keep conditions and constraints; forests are decomposed instead of their single trees, whose
/// noise would be explained too.
record Fanova(List<Weight> parameters, List<Weight> pairs) {
    private static final int BAGS = 12;
    private static final int TREES = 16;
    private static final int POINTS = 8_192;
    private static final int MOST_ROWS = 4_000;
    private static final int PAIRED = 12;
    private static final Rules RULES = new Rules(2, 64, 10, 0.5);

    static Fanova of(SearchSpace space, Table table, RandomGenerator random) {
        double[][] points = new Points(space, table.axes()).draw(POINTS, random);
        List<Variances> bags = new ArrayList<>();
        for (int i = 0; i < BAGS; i++) {
            Forest forest = forest(table, random);
            double[] means = new double[points.length];
            for (int point = 0; point < means.length; point++) {
                means[point] = forest.predict(points[point]).mean();
            }
            bags.add(new Variances(table.axes(), points, means));
        }
        List<Weight> parameters = IntStream.range(0, table.axes().width()).mapToObj(axis -> weight(table, bags, axis)).toList();
        return new Fanova(parameters, pairs(table, bags, parameters));
    }

    private static Forest forest(Table table, RandomGenerator random) {
        int[] members = random.ints(Math.min(MOST_ROWS, table.size()), 0, table.size()).toArray();
        double[][] rows = new double[members.length][];
        double[] losses = new double[members.length];
        for (int i = 0; i < members.length; i++) {
            rows[i] = table.rows()[members[i]];
            losses[i] = table.losses()[members[i]];
        }
        return Forest.fit(Sample.of(rows, losses, table.axes().levels()), TREES, RULES, random);
    }

    private static Weight weight(Table table, List<Variances> bags, int... axes) {
        var spread = new Spread(1);
        bags.forEach(bag -> spread.add(new double[] {bag.share(axes)}));
        List<String> names = IntStream.of(axes).mapToObj(table::name).toList();
        return Weight.of(names, spread.mean(0), spread.deviation(0), table.active(axes));
    }

    private static List<Weight> pairs(Table table, List<Variances> bags, List<Weight> parameters) {
        List<Integer> strongest = IntStream.range(0, parameters.size()).boxed()
                .sorted(Comparator.comparingDouble((Integer axis) -> parameters.get(axis).share()).reversed()).limit(PAIRED).toList();
        List<Weight> pairs = new ArrayList<>();
        for (int one : strongest) {
            for (int other : strongest) {
                if (one < other && table.active(one, other) > 0) {
                    pairs.add(weight(table, bags, one, other));
                }
            }
        }
        return pairs;
    }
}
