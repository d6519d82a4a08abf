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
import dev.sextant.model.space.Ticks;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.Problem;
import dev.sextant.strategy.settings.Knobs;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which values of each parameter a grid takes: of a range `points` values from end to end, even in its scale, or all if
/// it has no more; of listed values all. Of an odd number the one in the middle is the domain's own middle, with which a
/// study without defaults begins; the others are rounded to the digits that people write. A number of points set for one parameter beats the common one and thins an
/// ordered list too. One point is the default, or the middle.
final class GridTicks {
    private static final int STANDARD = 5;
    private static final int MOST = 1_000_000;
    private static final MathContext DIGITS = new MathContext(14);

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
        if (2 * i == last) {
            return domain.middle();
        }
        double share = (double) i / last;
        return switch (domain) {
            case RealRange(double low, double high, Scale scale) -> new Value.Real(between(low, high, scale, share));
            case IntRange(long low, long high, Scale scale, _) when scale == Scale.LOG ->
                    new Value.Int(Math.round(between((double) low, (double) high, scale, share)));
            case Discrete discrete -> discrete.get(Math.round(share * (discrete.count() - 1)));
        };
    }

    private static double between(double low, double high, Scale scale, double share) {
        double raw = scale == Scale.LOG ? low * Math.pow(high / low, share) : low * (1 - share) + high * share;
        boolean end = share == 0 || share == 1 || !Double.isFinite(raw);
        double rounded = end ? (share == 0 ? low : high) : new BigDecimal(raw).round(DIGITS).doubleValue();
        return Math.clamp(rounded, low, high);
    }
}
