package dev.sextant.strategy.moea;

import dev.sextant.strategy.pareto.Fronts;
import dev.sextant.strategy.pareto.UnitRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;
import java.util.random.RandomGenerator;

/// The population of MOEA/D: one place for each of some even directions, held by the best along that direction.
///
/// A newcomer goes to the direction that it is best in, and takes the place there and one place nearby where it is better than
/// who holds it. Parents mostly hold places near each other. Losses are scaled to the range of the non-dominated.
///
/// Sources: Q. Zhang and H. Li, MOEA/D, IEEE Trans. Evol. Comp. 11(6), 2007; the place by best direction: Z. Wang et al., Adaptive
/// replacement strategies for MOEA/D, IEEE Trans. Cybern. 46(2), 2016; losses over shares: Y. Qi et al., Evol. Comp. 22(2), 2014.
final class Decomposed implements Population {
    private static final double NEARBY_RATE = 0.9;
    private static final double NEARBY_SHARE = 0.2;
    private static final int MOST_PLACES = 2;
    private static final double LEAST_SHARE = 1e-3;

    private final double[][] directions;
    private final int[][] nearby;
    private final Optional<Member>[] places;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Decomposed(List<double[]> directions) {
        this.directions = directions.toArray(double[][]::new);
        this.places = new Optional[directions.size()];
        Arrays.fill(places, Optional.empty());
        int near = Math.min(directions.size(), Math.max(3, (int) Math.ceil(NEARBY_SHARE * directions.size())));
        this.nearby = IntStream.range(0, directions.size()).mapToObj(i -> nearest(i, near)).toArray(int[][]::new);
    }

    private int[] nearest(int index, int count) {
        return IntStream.range(0, directions.length).boxed()
                .sorted(Comparator.comparingDouble(j -> distance(directions[index], directions[j]))).limit(count)
                .mapToInt(Integer::intValue).toArray();
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += (one[k] - other[k]) * (one[k] - other[k]);
        }
        return sum;
    }

    private List<Member> members() {
        SequencedSet<Member> members = new LinkedHashSet<>();
        for (Optional<Member> place : places) {
            place.ifPresent(members::add);
        }
        return new ArrayList<>(members);
    }

    @Override
    public int size() {
        return members().size();
    }

    @Override
    public void add(Member newcomer) {
        List<Member> all = members();
        all.add(newcomer);
        UnitRange range = range(Member.losses(all));
        double[] scaled = range.scale(newcomer.losses());
        int taken = 0;
        for (int place : nearby[best(scaled)]) {
            boolean better = places[place].map(holder -> cost(scaled, place) < cost(range.scale(holder.losses()), place)).orElse(true);
            if (better && taken < MOST_PLACES) {
                places[place] = Optional.of(newcomer);
                taken++;
            }
        }
    }

    private static UnitRange range(double[][] losses) {
        return UnitRange.of(Fronts.select(losses, Fronts.of(losses).getFirst()));
    }

    private int best(double[] scaled) {
        int best = 0;
        for (int place = 1; place < directions.length; place++) {
            best = cost(scaled, place) < cost(scaled, best) ? place : best;
        }
        return best;
    }

    private double cost(double[] scaled, int place) {
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < scaled.length; k++) {
            most = Math.max(most, scaled[k] / Math.max(LEAST_SHARE, directions[place][k]));
        }
        return most;
    }

    @Override
    public Optional<Member> remove(int trial) {
        Optional<Member> found = Optional.empty();
        for (int i = 0; i < places.length; i++) {
            if (places[i].filter(member -> member.trial() == trial).isPresent()) {
                found = places[i];
                places[i] = Optional.empty();
            }
        }
        return found;
    }

    @Override
    public List<Member> parents(RandomGenerator random) {
        int place = random.nextInt(places.length);
        List<Member> near = members();
        if (random.nextDouble() < NEARBY_RATE) {
            List<Member> own = Arrays.stream(nearby[place]).mapToObj(i -> places[i]).flatMap(Optional::stream).distinct().toList();
            near = own.size() < 2 ? near : own;
        }
        int first = Pick.other(near.size(), -1, random);
        return List.of(near.get(first), near.get(Pick.other(near.size(), first, random)));
    }
}
