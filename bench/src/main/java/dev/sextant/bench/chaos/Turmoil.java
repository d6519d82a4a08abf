package dev.sextant.bench.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// Blows after pauses of chance, each kind in turn but in an order of chance. Several go on at once, each against things of its own:
/// a worker is frozen while the server is killed. One thread.
final class Turmoil {
    private static final int TO_A_LONG_ONE = 10;
    private static final int SHORTEST_PAUSE = 300;
    private static final int LONGEST_PAUSE = 2500;

    private final List<Blow> blows;
    private final Random random;
    private final List<Blow> next = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    Turmoil(List<Blow> blows, Random random) {
        this.blows = blows;
        this.random = random;
    }

    /// Strikes a number of times.
    ///
    /// @param inTime whether there is still something to disturb
    /// @return how often there was
    int strike(int count, BooleanSupplier inTime) throws IOException {
        int before = 0;
        for (int i = 1; i <= count; i++) {
            Pause.of(SHORTEST_PAUSE + random.nextInt(LONGEST_PAUSE));
            var blow = i % TO_A_LONG_ONE == 0 ? longOne() : drawn();
            before += inTime.getAsBoolean() ? 1 : 0;
            blow.action().strike();
            counts.merge(blow.name(), 1, Integer::sum);
        }
        return before;
    }

    private Blow longOne() {
        return blows.stream().filter(blow -> blow.times() == 0).findFirst().orElseGet(this::drawn);
    }

    private Blow drawn() {
        if (next.isEmpty()) {
            blows.forEach(blow -> next.addAll(Collections.nCopies(blow.times(), blow)));
            Collections.shuffle(next, random);
        }
        return next.removeLast();
    }

    /// How often what was done.
    Map<String, Integer> counts() {
        return counts;
    }
}
