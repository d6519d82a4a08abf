package dev.sextant.strategy.bayes;

import dev.sextant.model.space.Configuration;
import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Discrete;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.cube.Axis;
import dev.sextant.strategy.search.Priors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// The parameters of a space as axes of numbers, constants left out.
///
/// *Genes* are a number for every axis, active or not: on a line a position in `[0, 1]` in the scale of the domain
/// (discrete ones at the middles of their cells), on a nominal axis an index. A *point* is what the model compares: the
/// genes, but on inactive axes [#CENTRE] or, where nominal, [#ABSENT]. Immutable.
final class Axes {
    /// Where an inactive line stands, so that it is as far from an active one as that is from its middle.
    static final double CENTRE = 0.5;
    /// The index of an inactive nominal.
    static final double ABSENT = -1;

    private final SearchSpace space;
    private final List<Axis> axes;
    private final Map<String, Integer> numbers;
    private final Priors priors;
    private final double[] more;

    Axes(SearchSpace space) {
        this.space = space;
        this.axes = new ArrayList<>();
        this.numbers = new HashMap<>();
        this.more = new double[0];
        this.priors = Priors.of(space);
        for (Parameter parameter : space.parameters()) {
            if (!(parameter.domain() instanceof Constant)) {
                numbers.put(parameter.name(), axes.size());
                axes.add(new Axis(parameter));
            }
        }
    }

    /// @param more coordinates that every point ends with
    private Axes(Axes origin, double... more) {
        this.space = origin.space;
        this.axes = origin.axes;
        this.numbers = origin.numbers;
        this.priors = origin.priors;
        this.more = more;
    }

    /// The same axes, whose points have one more coordinate, the same for all: genes know nothing of it.
    Axes at(double coordinate) {
        return new Axes(this, coordinate);
    }

    int count() {
        return axes.size();
    }

    SearchSpace space() {
        return space;
    }

    boolean isNominal(int axis) {
        return axes.get(axis).isNominal();
    }

    /// Of each coordinate of a point, whether it is nominal.
    boolean[] nominal() {
        boolean[] nominal = new boolean[count() + more.length];
        for (int axis = 0; axis < count(); axis++) {
            nominal[axis] = isNominal(axis);
        }
        return nominal;
    }

    /// How many values an axis has; `Long.MAX_VALUE` if it is continuous.
    long values(int axis) {
        return axes.get(axis).count();
    }

    /// Whether no axis is continuous.
    boolean isFinite() {
        return axes.stream().noneMatch(Axis::isReal);
    }

    /// Whether every axis is continuous and always active.
    boolean isSmooth() {
        return !space.isConditional() && axes.stream().allMatch(Axis::isReal);
    }

    private Discrete discrete(int axis) {
        return (Discrete) parameter(axis).domain();
    }

    private Parameter parameter(int axis) {
        return axes.get(axis).parameter();
    }

    /// The gene of the value with an index on a discrete axis.
    double gene(int axis, long index) {
        return axes.get(axis).number(discrete(axis).get(index));
    }

    /// The index of the value that a gene of a discrete axis means.
    long index(int axis, double gene) {
        return discrete(axis).index(axes.get(axis).value(gene));
    }

    /// A gene moved to the middle of its cell, if its axis has cells.
    double snapped(int axis, double gene) {
        return axes.get(axis).settled(gene);
    }

    /// Genes that are even in the scale of each axis, or as the user believes.
    double[] draw(RandomGenerator random) {
        double[] genes = new double[count()];
        for (int axis = 0; axis < genes.length; axis++) {
            genes[axis] = isBelieved(axis) ? believed(axis, random.nextDouble()) : fresh(axis, random);
        }
        return genes;
    }

    private boolean isBelieved(int axis) {
        return priors.knows(parameter(axis));
    }

    /// The middle of what the user believes; empty if that is nothing.
    Optional<double[]> believed() {
        return priors.isFlat() ? Optional.empty() : Optional.of(IntStream.range(0, count()).mapToDouble(axis -> believed(axis, 0.5)).toArray());
    }

    private double believed(int axis, double share) {
        double unit = priors.place(parameter(axis), share);
        return snapped(axis, axes.get(axis).numberAt(unit));
    }

    /// The logarithm of how likely the user believes the configuration of genes to be, relative to an even density.
    double logBelief(double[] genes) {
        if (priors.isFlat()) {
            return 0;
        }
        boolean[] active = active(genes);
        double log = 0;
        for (int axis = 0; axis < count(); axis++) {
            log += active[axis] ? priors.logDensity(parameter(axis), axes.get(axis).unitOf(genes[axis])) : 0;
        }
        return log;
    }

    /// The slope of [#logBelief] along a line that is active.
    double beliefSlope(int axis, double gene) {
        return priors.slope(parameter(axis), gene);
    }

    /// One gene, even in the scale of its axis.
    double fresh(int axis, RandomGenerator random) {
        return isNominal(axis) ? random.nextLong(values(axis)) : snapped(axis, random.nextDouble());
    }

    /// The genes of a configuration, those of inactive axes at their defaults; empty if a value does not fit its domain.
    Optional<double[]> genes(Configuration configuration) {
        double[] genes = new double[count()];
        for (int axis = 0; axis < genes.length; axis++) {
            Parameter parameter = parameter(axis);
            Optional<Value> value = parameter.domain().accept(configuration.value(parameter.name()).orElseGet(parameter::start));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            genes[axis] = axes.get(axis).number(value.get());
        }
        return Optional.of(genes);
    }

    /// The configuration that genes mean.
    Configuration configuration(double[] genes) {
        return space.configuration(parameter -> value(parameter, genes));
    }

    private Value value(Parameter parameter, double[] genes) {
        Integer axis = numbers.get(parameter.name());
        return axis == null ? parameter.domain().middle() : axes.get(axis).value(genes[axis]);
    }

    /// Which axes are active where genes stand.
    boolean[] active(double[] genes) {
        boolean[] active = new boolean[count()];
        if (!space.isConditional()) {
            Arrays.fill(active, true);
            return active;
        }
        space.configuration(parameter -> {
            Integer axis = numbers.get(parameter.name());
            if (axis != null) {
                active[axis] = true;
            }
            return value(parameter, genes);
        });
        return active;
    }

    /// The point that genes stand at.
    double[] point(double[] genes) {
        double[] point = Arrays.copyOf(genes, genes.length + more.length);
        System.arraycopy(more, 0, point, genes.length, more.length);
        if (space.isConditional()) {
            clear(point, active(genes));
        }
        return point;
    }

    private void clear(double[] point, boolean[] active) {
        for (int axis = 0; axis < count(); axis++) {
            point[axis] = active[axis] ? point[axis] : isNominal(axis) ? ABSENT : CENTRE;
        }
    }
}
