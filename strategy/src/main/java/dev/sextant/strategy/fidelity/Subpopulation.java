package dev.sextant.strategy.fidelity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The individuals of one level: each a place that the better of two holds. Not thread-safe.
final class Subpopulation {
    private final int size;
    private final List<Individual> places = new ArrayList<>();
    private int turn;

    /// A configuration as a point of the unit cube, with what it reached; `+∞` before that.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Individual(int trial, double[] genes, double loss) {}

    Subpopulation(int size) {
        this.size = size;
    }

    boolean isFull() {
        return places.size() >= size;
    }

    /// The place whose turn it is.
    int turn() {
        return isFull() ? turn : places.size();
    }

    /// A trial for the place whose turn it is has begun.
    void taken() {
        turn = (turn + 1) % size;
    }

    /// Puts a result into a place if it is no worse than what is there.
    void settle(int place, Individual newcomer) {
        if (place >= places.size()) {
            places.add(newcomer);
        } else if (newcomer.loss() <= places.get(place).loss()) {
            places.set(place, newcomer);
        }
    }

    /// Who is in a place.
    Individual in(int place) {
        return places.get(Math.min(place, places.size() - 1));
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    List<Individual> all() {
        return places;
    }

    /// The best, the best first.
    List<Individual> best(int count) {
        return places.stream().sorted(Comparator.comparingDouble(Individual::loss)).limit(count).toList();
    }
}
