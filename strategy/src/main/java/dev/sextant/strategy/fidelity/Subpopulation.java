package dev.sextant.strategy.fidelity;

import dev.sextant.strategy.pareto.ParetoOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The individuals of one level: each a place that the better of two holds. With several objectives better is who comes first
/// among all of them, by fronts and, within a front, by hypervolume: O(n²) for a result of a place among n. Not thread-safe.
final class Subpopulation {
    private final int size;
    private final List<Individual> places = new ArrayList<>();
    private int turn;

    /// A configuration as a point of the unit cube, with what it reached.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Individual(int trial, double[] genes, double[] losses) {}

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
        } else if (isNoWorse(newcomer, place)) {
            places.set(place, newcomer);
        }
    }

    /// Whether it comes before who is in a place, in the order of all with the newcomer in front, so that ties are its.
    private boolean isNoWorse(Individual newcomer, int place) {
        List<Individual> compared = new ArrayList<>(places);
        compared.addFirst(newcomer);
        return IntStream.of(order(compared, compared.size())).filter(i -> i == 0 || i == place + 1).findFirst().orElseThrow() == 0;
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
        return IntStream.of(order(places, count)).mapToObj(places::get).toList();
    }

    private static int[] order(List<Individual> some, int count) {
        return ParetoOrder.best(some.stream().map(Individual::losses).toArray(double[][]::new), count);
    }
}
