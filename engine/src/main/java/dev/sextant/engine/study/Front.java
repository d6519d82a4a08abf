package dev.sextant.engine.study;

import java.util.ArrayList;
import java.util.List;

/// The trials that no other beats in every objective, of those that keep the limits; with one objective, the first of the best.
///
/// Adding costs O(front · objectives). Not thread-safe.
final class Front {
    private record Member(int trial, List<Double> losses) {}

    private final List<Member> members = new ArrayList<>();
    private double leastViolation = Double.POSITIVE_INFINITY;

    /// Takes a complete trial in.
    ///
    /// @param violation of the limits; a trial that breaks them is never part of the front
    /// @return whether it is an improvement: now part of the front, or, while that is empty, nearer to it than all before
    boolean add(int trial, List<Double> losses, double violation) {
        if (violation > 0) {
            boolean nearer = violation < leastViolation && members.isEmpty();
            leastViolation = Math.min(leastViolation, violation);
            return nearer;
        }
        if (members.stream().anyMatch(m -> atLeastAsGood(m.losses(), losses))) {
            return false;
        }
        members.removeIf(m -> atLeastAsGood(losses, m.losses()));
        members.add(new Member(trial, List.copyOf(losses)));
        return true;
    }

    private static boolean atLeastAsGood(List<Double> one, List<Double> other) {
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) > other.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// The numbers of its trials, oldest first.
    List<Integer> trials() {
        return members.stream().map(Member::trial).toList();
    }
}
