package dev.sextant.strategy.de;

import dev.sextant.strategy.cube.Rank;
import dev.sextant.strategy.cube.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Places with at most one member each, those who lost their place lately, and the habits of good children. Not thread-safe.
final class Population {
    private static final double COLLAPSED = 1e-9;

    private final int places;
    private final List<Optional<Member>> members = new ArrayList<>();
    private final List<Member> archive = new ArrayList<>();
    private Habits habits = new Habits();
    private int results;
    private int epoch;

    Population(int places) {
        this.places = places;
        clear();
    }

    private void clear() {
        members.clear();
        for (int i = 0; i < places; i++) {
            members.add(Optional.empty());
        }
        archive.clear();
        habits = new Habits();
        results = 0;
    }

    int places() {
        return places;
    }

    int epoch() {
        return epoch;
    }

    Habits habits() {
        return habits;
    }

    /// The members in the order of their places.
    List<Member> members() {
        return members.stream().flatMap(Optional::stream).toList();
    }

    Optional<Member> at(int place) {
        return members.get(place);
    }

    /// One of those who lost their places, or of the members.
    Member anyone(List<Member> members, RandomGenerator random) {
        int index = random.nextInt(members.size() + archive.size());
        return index < members.size() ? members.get(index) : archive.get(index - members.size());
    }

    /// A newcomer competes for a place and takes it unless the one who has it is better. Starts the population anew if all
    /// have come to one point.
    ///
    /// @param random for the archive, which forgets at random when it is full
    void compete(int place, Member newcomer, Optional<Rate> rate, RandomGenerator random) {
        Optional<Member> before = members.get(place);
        if (before.isEmpty() || newcomer.rank().compareTo(before.get().rank()) <= 0) {
            members.set(place, Optional.of(newcomer));
            before.filter(loser -> newcomer.rank().compareTo(loser.rank()) < 0).ifPresent(loser -> {
                rate.ifPresent(r -> habits.succeed(r, gain(newcomer.rank(), loser.rank())));
                bury(loser, random);
            });
        }
        results++;
        if (results % places == 0) {
            habits.remember();
            startAnewIfCollapsed();
        }
    }

    private static double gain(Rank better, Rank worse) {
        return better.tier() == worse.tier() ? worse.loss() - better.loss() : Double.MIN_NORMAL;
    }

    private void bury(Member loser, RandomGenerator random) {
        if (archive.size() == places) {
            archive.set(random.nextInt(places), loser);
        } else {
            archive.add(loser);
        }
    }

    private void startAnewIfCollapsed() {
        List<Member> all = members();
        if (all.size() == places && Spread.of(all.stream().map(Member::point).toList()) < COLLAPSED) {
            epoch++;
            clear();
        }
    }

    /// Gives back the member that came from a trial, if it is there.
    Optional<Member> takeBack(int trial) {
        archive.removeIf(member -> member.trial() == trial);
        for (int place = 0; place < places; place++) {
            Optional<Member> member = members.get(place);
            if (member.isPresent() && member.get().trial() == trial) {
                members.set(place, Optional.empty());
                return member;
            }
        }
        return Optional.empty();
    }

    /// The members, best first.
    List<Member> ranked() {
        return members().stream().sorted(Comparator.comparing(Member::rank)).toList();
    }
}
