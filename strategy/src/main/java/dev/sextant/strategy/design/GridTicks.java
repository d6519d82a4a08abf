package dev.sextant.strategy.design;

import dev.sextant.model.space.Bool;
import dev.sextant.model.space.Choice;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.IntRange;
import dev.sextant.model.space.Ordinal;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.RealRange;
import dev.sextant.model.space.Scale;
import dev.sextant.model.space.SteppedRange;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.search.Ticks;
import dev.sextant.strategy.settings.Knobs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which values of each parameter a grid takes: of a range `points` values from end to end, even in its scale, or all if
/// it has no more; of listed values all. A number of points set for one parameter beats the common one and thins an
/// ordered list too. One point is the default, or the middle.
final class GridTicks {
    private static final int STANDARD = 5;
    private static final int MOST = 1_000_000;

    private GridTicks() {}

    static Map<String, Ticks> of(Problem problem) {
        var knobs = new Knobs(problem.settings());
        int common = knobs.whole("points", STANDARD, 1, MOST);
        Map<String, Ticks> ticks = new LinkedHashMap<>();
        for (Parameter parameter : problem.space().parameters()) {
            ticks.put(parameter.name(), ticks(parameter, common, knobs));
        }
        knobs.noOthers();
        return ticks;
    }

    private static Ticks ticks(Parameter parameter, int common, Knobs knobs) {
        return switch (parameter.domain()) {
            case RealRange range -> thinned(parameter, range, own(knobs, parameter, common));
            case SteppedRange range -> thinned(parameter, range, own(knobs, parameter, common));
            case IntRange range -> thinned(parameter, range, own(knobs, parameter, common));
            case Ordinal listed -> thinned(parameter, listed, own(knobs, parameter, Math.toIntExact(listed.count())));
            case Choice listed -> new Ticks.All(listed);
            case Bool listed -> new Ticks.All(listed);
            case Constant listed -> new Ticks.All(listed);
        };
    }

    private static int own(Knobs knobs, Parameter parameter, int otherwise) {
        return knobs.whole("points." + parameter.name(), otherwise, 1, MOST);
    }

    private static Ticks thinned(Parameter parameter, Domain domain, int points) {
        if (domain instanceof Discrete discrete && discrete.count() <= points) {
            return new Ticks.All(discrete);
        }
        if (points == 1) {
            return new Ticks.Listed(Stream.of(parameter.start()).toList());
        }
        return new Ticks.Listed(IntStream.range(0, points).mapToObj(i -> value(domain, i, points - 1)).distinct().toList());
    }

    private static Value value(Domain domain, int i, int last) {
        boolean evenSteps = domain instanceof Discrete && !(domain instanceof IntRange range && range.scale() == Scale.LOG);
        if (evenSteps && domain instanceof Discrete discrete) {
            return discrete.get(Math.round((double) i / last * (discrete.count() - 1)));
        }
        return domain.at((double) i / last);
    }
}
