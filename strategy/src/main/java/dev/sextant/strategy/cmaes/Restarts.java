package dev.sextant.strategy.cmaes;

import dev.sextant.strategy.cmaes.Run.Population;
import java.util.random.RandomGenerator;

/// How large each next run is. Not thread-safe.
///
/// Sources: A. Auger and N. Hansen, A restart CMA evolution strategy with increasing population size, CEC 2005 (IPOP); N.
/// Hansen, Benchmarking a bi-population CMA-ES on the BBOB-2009 function testbed, GECCO 2009 (BIPOP).
final class Restarts {
    private final Mode mode;
    private final int usual;
    private int doublings;
    private long ofLarge;
    private long ofSmall;

    /// What happens when a run is over.
    enum Mode { NONE, IPOP, BIPOP }

    /// The size of a run.
    ///
    /// @param shrink by what the first step size is multiplied
    record Size(Population population, double shrink) {}

    Restarts(Mode mode, int usual) {
        this.mode = mode;
        this.usual = usual;
    }

    Mode mode() {
        return mode;
    }

    /// The run after another.
    Size after(Run run, RandomGenerator random) {
        if (run.population().large()) {
            ofLarge += run.evaluations();
        } else {
            ofSmall += run.evaluations();
        }
        int number = run.population().number() + 1;
        if (mode == Mode.BIPOP && number > 1 && ofSmall < ofLarge) {
            double part = random.nextDouble();
            double ratio = 0.5 * large() / usual;
            int lambda = (int) (usual * Math.pow(ratio, part * part));
            return new Size(new Population(number, Math.max(usual, lambda), false), Math.pow(10, -2 * random.nextDouble()));
        }
        doublings = Math.min(doublings + 1, 10);
        return new Size(new Population(number, large(), true), 1);
    }

    private int large() {
        return usual << doublings;
    }
}
