package dev.sextant.strategy.genetic;

import dev.sextant.model.space.Configuration;
import dev.sextant.strategy.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// All demes and who is still without a result; follows births, ends, generations and migration. Not thread-safe.
///
/// Memory: the members of the demes, and each trial that has no result.
final class Society {
    private final Rules rules;
    private final long seed;
    private final List<Deme> parents = new ArrayList<>();
    private final List<Deme> young = new ArrayList<>();
    private final Map<Integer, Awaited> awaited = new HashMap<>();
    private long births;
    private long ended;

    /// A trial without a result.
    ///
    /// @param born whether its end is still to be counted
    private record Awaited(int deme, Configuration configuration, boolean born) {}

    Society(Rules rules, long seed) {
        this.rules = rules;
        this.seed = seed;
        for (int i = 0; i < rules.demes(); i++) {
            parents.add(new Deme());
            young.add(new Deme());
        }
    }

    long births() {
        return births;
    }

    /// Whether a generation has been born and not ended.
    boolean isWaiting() {
        return births % rules.perGeneration() == 0 && births > ended;
    }

    /// Those who may become parents in a deme.
    ///
    /// @param deme from 1
    Deme parents(int deme) {
        return parents.get(deme - 1);
    }

    /// An individual of this search's own.
    ///
    /// @param deme from 1
    void birth(int trial, int deme, Configuration configuration) {
        births++;
        awaited.put(trial, new Awaited((deme - 1) % rules.demes(), configuration, true));
    }

    /// A trial that someone else proposed; it joins the deme of its number.
    void immigrant(int trial, Configuration configuration) {
        awaited.put(trial, new Awaited(trial % rules.demes(), configuration, false));
    }

    /// A trial has a result.
    void succeed(int trial, double loss) {
        Awaited known = awaited.remove(trial);
        if (known != null) {
            join(known.deme(), new Member(trial, known.configuration(), loss));
            count(known);
        }
    }

    /// A trial ended without a result; it may be repeated.
    void fail(int trial) {
        Awaited known = awaited.get(trial);
        if (known != null) {
            awaited.put(trial, new Awaited(known.deme(), known.configuration(), false));
            count(known);
        }
    }

    /// What came from a trial no longer holds.
    void repeat(int trial) {
        repeat(trial, parents);
        repeat(trial, young);
    }

    private void repeat(int trial, List<Deme> demes) {
        for (int i = 0; i < demes.size(); i++) {
            int deme = i;
            demes.get(i).find(trial).ifPresent(
                    member -> awaited.putIfAbsent(trial, new Awaited(deme, member.configuration(), false)));
            demes.get(i).remove(trial);
        }
    }

    private void join(int deme, Member member) {
        if (rules.generational()) {
            young.get(deme).add(member);
        } else {
            parents.get(deme).add(member);
            parents.get(deme).keep(rules.population());
        }
    }

    private void count(Awaited known) {
        if (!known.born()) {
            return;
        }
        ended++;
        if (ended % rules.perGeneration() == 0) {
            endGeneration(ended / rules.perGeneration() - 1);
        }
    }

    private void endGeneration(long generation) {
        if (rules.generational()) {
            for (int deme = 0; deme < rules.demes(); deme++) {
                parents.get(deme).inherit(young.get(deme));
            }
        }
        if (rules.migrationInterval() > 0 && generation % rules.migrationInterval() == 0) {
            migrate(Streams.of(seed, "migration " + generation));
        }
    }

    /// Copies the best of each deme, as they were before, into a deme drawn at random, possibly their own.
    private void migrate(RandomGenerator random) {
        List<Optional<Member>> best = parents.stream().map(Deme::best).toList();
        for (Optional<Member> migrant : best) {
            Deme target = parents.get(random.nextInt(rules.demes()));
            migrant.filter(m -> target.find(m.trial()).isEmpty()).ifPresent(m -> {
                target.add(m);
                target.keep(rules.population() + 1);
            });
        }
    }
}
