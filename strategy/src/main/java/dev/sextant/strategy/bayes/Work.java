package dev.sextant.strategy.bayes;

/// How much work an answer may take, counted in results and candidates.
///
/// Not measured in time, so that the same seed gives the same answers on every machine and however busy it is. An answer
/// costs at most about candidates·results·axes, and one with a fit results²·axes; both are held to what 100 axes take with all
/// results and candidates, which is 50 ms of a core of 3 GHz.
///
/// @param candidates among which each proposal is looked for
/// @param starts     of them that climb
/// @param steps      of each climb
/// @param fitted     results to which hyperparameters are fitted
/// @param most       results of which a model begins
record Work(int candidates, int starts, int steps, int fitted, int most) {
    static final int STANDARD_MILLISECONDS = 50;
    private static final int STANDARD_AXES = 100;
    private static final int STEPS = 12;
    private static final int FITTED = 120;
    private static final int MOST = 300;
    /// With less of the full work a model would know too little.
    private static final double LEAST_SHARE = 0.04;

    /// The part of the full work that fits into some milliseconds, 0 to 1.
    static double share(int axes, double milliseconds) {
        return Math.min(1, milliseconds * STANDARD_AXES / STANDARD_MILLISECONDS / Math.max(1, axes));
    }

    /// Whether a model of so many axes can answer within some milliseconds.
    static boolean suffices(int axes, double milliseconds) {
        return share(axes, milliseconds) >= LEAST_SHARE;
    }

    /// Of this work, what fits into some milliseconds.
    Work within(int axes, double milliseconds) {
        double part = Math.sqrt(Math.max(LEAST_SHARE, share(axes, milliseconds)));
        return new Work(scaled(candidates, part), starts, scaled(steps, part), scaled(fitted, part), scaled(most, part));
    }

    private static int scaled(int number, double part) {
        return (int) Math.ceil(number * part);
    }

    static Work full(int candidates, int starts) {
        return new Work(candidates, starts, STEPS, FITTED, MOST);
    }

    /// Two thirds of the candidates anywhere, the others near the best results.
    Search.Effort search() {
        return new Search.Effort(candidates * 2 / 3, candidates / 3, Math.min(64, candidates / 4), starts, steps);
    }
}
