package dev.sextant.strategy.bayes;

import dev.sextant.strategy.bayes.Results.Known;
import java.util.ArrayList;
import java.util.List;

/// Trials that ended, in the order in which they did. One that is repeated leaves until it ends again. Not thread-safe.
final class Ends {
    private final List<Known> list = new ArrayList<>();
    private int told;
    private int rewrites;

    List<Known> list() {
        return list;
    }

    int count() {
        return list.size();
    }

    /// How many ends were told; never falls.
    int told() {
        return told;
    }

    /// How often the list changed elsewhere than at its end.
    int rewrites() {
        return rewrites;
    }

    void add(Known known) {
        list.add(known);
        told++;
    }

    void remove(Known known) {
        rewrites += list.remove(known) ? 1 : 0;
    }
}
