package dev.sextant.strategy.design;

import dev.sextant.model.space.Constant;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.space.Prior;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.strategy.numeric.Normal;

/// Points drawn towards the middle of the cube, the more the fewer they are and the more axes it has.
///
/// Nearly all of a cube of many axes lies near its walls, and so do the points of an even filling; what is looked for does
/// not. A coordinate u becomes Φ(σ·Φ⁻¹(u)) with σ = (1 + ln n)/(4·ln d), at most 1, for n points in d axes: the first of many
/// points lie inside, later ones farther out, and 1 or 2 axes are left as they are. Axes of choices, which have no middle,
/// and of parameters of which the user believes something are left alone.
///
/// Source: M.-L. Cauwet et al., Fully parallel hyperparameter search: reshaped space-filling, ICML 2020.
/// Differs: n is the number of the point, as nobody says in advance how many will be asked for.
final class Gathered implements Points {
    private final Points points;
    private final boolean[] gathers;
    private final int least;

    /// @param points with as many coordinates as [Filling#axes] counts
    /// @param least  as many points are expected at least
    Gathered(SearchSpace space, Points points, int least) {
        this.points = points;
        this.least = least;
        var varied = space.parameters().stream().filter(parameter -> !(parameter.domain() instanceof Constant)).toList();
        this.gathers = new boolean[varied.size()];
        for (int axis = 0; axis < gathers.length; axis++) {
            gathers[axis] = hasMiddle(varied.get(axis));
        }
    }

    private static boolean hasMiddle(Parameter parameter) {
        return !Prior.isNominal(parameter.domain()) && parameter.prior().isEmpty();
    }

    @Override
    public double[] point(long index) {
        double[] point = points.point(index);
        double spread = (1 + Math.log((double) Math.max(least, index + 1))) / (4 * Math.log(Math.max(2, gathers.length)));
        for (int axis = 0; axis < gathers.length && spread < 1; axis++) {
            if (gathers[axis]) {
                point[axis] = gathered(point[axis], spread);
            }
        }
        return point;
    }

    private static double gathered(double u, double spread) {
        return u > 0 && u < 1 ? Normal.cdf(spread * Normal.quantile(u)) : u;
    }
}
