package dev.sextant.strategy.moea;

import dev.sextant.strategy.pareto.Fronts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A population ordered by non-dominated fronts and, within a front, by what a member adds to the variety.
///
/// When it is full, the last front loses the member that adds least. Each parent is the better of two drawn evenly. Members are
/// measured when a newcomer arrives, before one is let go.
final class Ranked implements Population {
    private static final Comparator<Standing> BEST_FIRST =
            Comparator.comparingInt(Standing::front).thenComparing(Comparator.comparingDouble(Standing::variety).reversed());

    private final Rules rules;
    private final Diversity diversity;
    private List<Standing> standings = new ArrayList<>();
    private long results;

    /// @param front   from 0
    /// @param variety by [Diversity]
    private record Standing(Member member, int front, double variety) {}

    Ranked(Rules rules, Diversity diversity) {
        this.rules = rules;
        this.diversity = diversity;
    }

    @Override
    public int size() {
        return standings.size();
    }

    @Override
    public void add(Member newcomer) {
        results++;
        List<Member> members = new ArrayList<>();
        standings.forEach(standing -> members.add(standing.member()));
        members.add(newcomer);
        standings = measure(members);
        if (standings.size() > rules.population(results)) {
            standings.remove(Collections.max(standings, BEST_FIRST));
        }
    }

    private List<Standing> measure(List<Member> members) {
        double[][] losses = Member.losses(members);
        List<int[]> fronts = Fronts.of(losses);
        double[] variety = diversity.of(losses, fronts);
        List<Standing> measured = new ArrayList<>(members.size());
        for (int rank = 0; rank < fronts.size(); rank++) {
            for (int index : fronts.get(rank)) {
                measured.add(new Standing(members.get(index), rank, variety[index]));
            }
        }
        return measured;
    }

    @Override
    public Optional<Member> remove(int trial) {
        Optional<Standing> found = standings.stream().filter(standing -> standing.member().trial() == trial).findFirst();
        found.ifPresent(standings::remove);
        return found.map(Standing::member);
    }

    @Override
    public List<Member> parents(RandomGenerator random) {
        int first = winner(-1, random);
        int second = winner(first, random);
        return List.of(standings.get(first).member(), standings.get(second).member());
    }

    private int winner(int excluded, RandomGenerator random) {
        int one = Pick.other(standings.size(), excluded, random);
        int other = Pick.other(standings.size(), excluded, random);
        return BEST_FIRST.compare(standings.get(other), standings.get(one)) < 0 ? other : one;
    }
}
