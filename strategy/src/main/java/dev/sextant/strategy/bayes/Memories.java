package dev.sextant.strategy.bayes;

import dev.sextant.strategy.Remembered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Results of earlier studies as evidence for a model.
///
/// Each study is one value of a nominal axis more, on which this study has the value 0: how much results of different
/// studies have in common is then a length scale like any other, and found by the fit. Losses are warped within their study,
/// as their scales are not comparable. The more results this study has itself, the fewer of the others are kept.
///
/// Source: K. Swersky et al., Multi-task Bayesian optimization, NIPS 2013. Differs: all studies are equally far from each other.
/// Not thread-safe.
final class Memories {
    private static final int MOST = 60;
    /// So many results of its own for each axis make a model that needs no others, and at least as many as for [#LEAST] axes.
    private static final int ENOUGH = 3;
    private static final int LEAST = 4;

    private final Axes axes;
    private final SequencedMap<String, List<Remembered>> sources = new LinkedHashMap<>();
    private List<Memory> rows = List.of();

    /// A result of an earlier study.
    ///
    /// @param point  with the source as one coordinate more than a point of this study
    /// @param target its loss, warped, of variance 1 within its study
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Memory(double[] genes, double[] point, double target) {}

    Memories(Axes axes) {
        this.axes = axes;
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /// Takes a result, unless it lies outside the axes.
    void add(Remembered result) {
        if (axes.genes(result.configuration()).isPresent()) {
            sources.computeIfAbsent(result.source(), _ -> new ArrayList<>()).add(result);
            rows = List.of();
        }
    }

    /// What a model should know besides some results of its own: of each study its best and others spread over the rest; the
    /// best of each study first.
    List<Memory> rows(int own) {
        if (rows.isEmpty() && !isEmpty()) {
            List<List<Memory>> studies = new ArrayList<>();
            int each = Math.ceilDiv(MOST, sources.size());
            sources.forEach((_, results) -> studies.add(study(studies.size() + 1, results, each)));
            rows = inTurn(studies);
        }
        int enough = ENOUGH * Math.max(LEAST, axes.count());
        return rows.subList(0, Math.min(rows.size(), MOST * Math.max(0, enough - own) / enough));
    }

    private List<Memory> study(int number, List<Remembered> results, int most) {
        List<Rank> ranks = results.stream().map(result -> Rank.complete(result.losses().getFirst())).toList();
        double[] targets = HalfRank.warp(ranks.toArray(Rank[]::new));
        return Arrays.stream(Selection.indices(ranks, most)).boxed()
                .map(i -> memory(number, axes.genes(results.get(i).configuration()).orElseThrow(), targets[i]))
                .sorted(Comparator.comparingDouble(Memory::target)).toList();
    }

    private Memory memory(int number, double[] genes, double target) {
        double[] own = axes.point(genes);
        double[] point = Arrays.copyOf(own, own.length + 1);
        point[own.length] = number;
        return new Memory(genes, point, target);
    }

    private static List<Memory> inTurn(List<List<Memory>> studies) {
        List<Memory> rows = new ArrayList<>();
        for (int rank = 0; rows.size() < studies.stream().mapToInt(List::size).sum(); rank++) {
            for (List<Memory> study : studies) {
                if (rank < study.size()) {
                    rows.add(study.get(rank));
                }
            }
        }
        return rows;
    }

    /// The axes of a model, which has one more if there is any memory.
    boolean[] nominal() {
        boolean[] own = axes.nominal();
        boolean[] nominal = Arrays.copyOf(own, own.length + (isEmpty() ? 0 : 1));
        if (!isEmpty()) {
            nominal[own.length] = true;
        }
        return nominal;
    }
}
