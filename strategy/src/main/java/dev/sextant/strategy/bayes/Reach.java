package dev.sextant.strategy.bayes;

/// How far a search goes, and how much it minds what the model is not sure of.
///
/// A model of few results knows least about the corners, and would look there first. So after a [Descent] it looks around the best result, ever
/// farther out, and doubts itself less than it should.
///
/// Source of the growing box: Song et al., The Vizier Gaussian process bandit algorithm, arXiv 2408.11527. Differs: around the best result only.
///
/// @param centre of a box that is not left; none if it is empty
/// @param radius of the box on each line
/// @param doubt  what the standard deviations of the model are multiplied by
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Reach(double[] centre, double radius, double doubt) {
    /// Anywhere, with the doubts of the model.
    static final Reach FULL = new Reach(new double[0], 1, 1);

    private static final double FIRST_RADIUS = 0.2;
    private static final double LAST_RADIUS = 0.5;
    /// For each axis and one more, as many results as end the box, and as end the confidence.
    private static final int BOXED = 5;
    private static final int CONFIDENT = 3;
    private static final double CONFIDENCE = 0.3;

    /// As far as some results allow.
    ///
    /// @param best genes of the best of them
    static Reach after(int results, double[] best) {
        int axes = best.length + 1;
        if (results >= BOXED * axes) {
            return FULL;
        }
        double radius = FIRST_RADIUS + (LAST_RADIUS - FIRST_RADIUS) * results / (BOXED * axes);
        return new Reach(best, radius, results < CONFIDENT * axes ? CONFIDENCE : 1);
    }

    boolean isFull() {
        return centre.length == 0;
    }

    double low(int axis) {
        return isFull() ? 0 : Math.max(0, centre[axis] - radius);
    }

    double high(int axis) {
        return isFull() ? 1 : Math.min(1, centre[axis] + radius);
    }

    /// A position of the whole line, moved to the same part of the box.
    double within(int axis, double position) {
        return isFull() ? position : low(axis) + position * (high(axis) - low(axis));
    }
}
