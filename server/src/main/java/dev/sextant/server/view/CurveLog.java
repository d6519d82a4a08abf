package dev.sextant.server.view;

import dev.sextant.model.event.StudyEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/// What trials reported at their steps: the last [#MOST] trials that reported anything, each by at most
/// [Curve#MOST_POINTS] of its steps. Not thread-safe.
final class CurveLog {
    static final int MOST = 12_000;

    private final List<String> metrics;
    private final SequencedMap<Integer, Curve> curves = new LinkedHashMap<>();

    CurveLog(List<String> metrics) {
        this.metrics = metrics;
    }

    /// Takes a report. One that does not go on from the last step begins the curve anew: the trial was started again.
    void take(StudyEvent.Measured measured) {
        var curve = curves.get(measured.trial());
        if (curve == null || curve.lastStep() >= measured.step()) {
            curve = new Curve(metrics.size());
            curves.put(measured.trial(), curve);
        }
        var figures = new double[metrics.size()];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = measured.metrics().value(metrics.get(i)).orElse(Double.NaN);
        }
        curve.add((double) measured.step(), figures);
        if (curves.size() > MOST) {
            curves.pollFirstEntry();
        }
    }

    /// The trials that have a curve, rising.
    int[] trials() {
        return curves.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /// The curve of one of the [#trials()].
    Curve curve(int trial) {
        return Objects.requireNonNull(curves.get(trial));
    }
}
