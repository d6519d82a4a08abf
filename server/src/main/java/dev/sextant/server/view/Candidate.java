package dev.sextant.server.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Something with losses, one an objective; ordered by the first loss, then the second, and so on.
public final class Candidate<T> implements Comparable<Candidate<T>> {
    private final T item;
    private final double[] losses;

    public Candidate(T item, double... losses) {
        this.item = item;
        this.losses = losses.clone();
    }

    public T item() {
        return item;
    }

    /// Whether this is better in one objective and worse in none.
    public boolean dominates(Candidate<T> other) {
        boolean better = false;
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] > other.losses[i]) {
                return false;
            }
            better |= losses[i] < other.losses[i];
        }
        return better;
    }

    /// The items that no other one dominates, best first by the first loss; those with equal losses are all among them.
    ///
    /// O(n·log n) for n candidates with two losses; O(n·log n + n·f·m) for m losses with f candidates on the front.
    public static <T> List<T> front(List<Candidate<T>> candidates) {
        var sorted = candidates.stream().sorted().toList();
        var front = new ArrayList<Candidate<T>>();
        for (var candidate : sorted) {
            if (rivals(front).stream().noneMatch(rival -> rival.dominates(candidate))) {
                front.add(candidate);
            }
        }
        return front.stream().map(Candidate::item).toList();
    }

    /// Those who might dominate the next candidate. Candidates come in the order of their first loss, so with two
    /// losses the last one on the front has the least second loss of all so far.
    private static <T> List<Candidate<T>> rivals(List<Candidate<T>> front) {
        return front.isEmpty() || front.getLast().losses.length > 2 ? front : List.of(front.getLast());
    }

    @Override
    public int compareTo(Candidate<T> other) {
        return Arrays.compare(losses, other.losses);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Candidate<?> that && item.equals(that.item) && Arrays.equals(losses, that.losses);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(losses);
    }
}
