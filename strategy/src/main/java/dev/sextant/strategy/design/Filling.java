package dev.sextant.strategy.design;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.trial.Origin;
import dev.sextant.strategy.Answer;
import dev.sextant.strategy.Observation;
import dev.sextant.strategy.Request;
import dev.sextant.strategy.Strategy;
import dev.sextant.strategy.search.Priors;
import dev.sextant.strategy.search.Untried;
import java.util.HashMap;
import java.util.Map;

/// Proposes the points of an even filling of the unit cube, one after the other, each parameter along its own axis; where
/// the user believes something, as much denser.
///
/// A point that the constraints forbid or that was tried is left out; after [#EFFORT] such points in a row, uniform
/// draws take over for that proposal. The number of the point is the note of the proposal.
public final class Filling implements Strategy {
    private static final int EFFORT = 1_000;

    private final String name;
    private final SearchSpace space;
    private final Points points;
    private final Untried untried;
    private final Priors priors;
    private final Map<String, Integer> axes;
    private long next;

    /// @param name what the proposals are called: `Sobol point`
    /// @param points with as many coordinates as [#axes] counts
    public Filling(String name, SearchSpace space, Points points) {
        this.name = name;
        this.space = space;
        this.points = points;
        this.untried = new Untried(space);
        this.priors = Priors.of(space);
        this.axes = numbered(space);
    }

    /// How many coordinates a point needs: one a parameter that is not constant, at least 1.
    public static int axes(SearchSpace space) {
        return Math.max(1, numbered(space).size());
    }

    private static Map<String, Integer> numbered(SearchSpace space) {
        Map<String, Integer> axes = new HashMap<>();
        for (Parameter parameter : space.parameters()) {
            if (!(parameter.domain() instanceof Constant)) {
                axes.put(parameter.name(), axes.size());
            }
        }
        return axes;
    }

    @Override
    public Answer ask(Request request) {
        for (long index = next; index < next + EFFORT; index++) {
            Configuration configuration = configuration(points.point(index));
            if (untried.accepts(configuration, request)) {
                return propose(configuration, index, "%s %d".formatted(name, index));
            }
        }
        return untried.uniform(request)
                .map(drawn -> propose(drawn, next, "uniform draw: the next %d points are taken or forbidden".formatted(EFFORT)))
                .orElseGet(Answer.Exhausted::new);
    }

    private Configuration configuration(double[] point) {
        return space.configuration(parameter -> {
            Integer axis = axes.get(parameter.name());
            return parameter.domain().at(axis == null ? 0 : priors.place(parameter, point[axis]));
        });
    }

    private static Answer propose(Configuration configuration, long index, String why) {
        return Answer.start(configuration, why, Long.toString(index));
    }

    @Override
    public void tell(Observation observation) {
        if (observation instanceof Observation.Proposed proposed && proposed.origin() == Origin.STRATEGY) {
            PointNumber.of(proposed.note()).ifPresent(index -> next = Math.max(next, index + 1));
        }
    }
}
