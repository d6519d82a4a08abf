package dev.sextant.app.plot;

import dev.sextant.app.plot.Mark.Paint;
import dev.sextant.app.plot.Mark.Shape;
import dev.sextant.app.results.Figures;
import dev.sextant.app.results.Results;
import dev.sextant.app.results.StudyModel;
import dev.sextant.model.space.Domain;
import dev.sextant.model.space.Parameter;
import dev.sextant.model.trial.TrialRecord;
import dev.sextant.model.value.Value;
import dev.sextant.strategy.insight.Landscape;
import dev.sextant.strategy.insight.Plane;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a model expects of the objective over the two parameters that mattered most, all others as in the best trial;
/// the stronger the colour, the better. The dots are trials, the ring is the best.
record ContourChart(Results results, PlotSize size) {
    private static final int MOST_CELLS = 36;
    private static final int MOST_DOTS = 600;

    Scene scene() {
        return StudyModel.of(results).flatMap(model -> model.surface(MOST_CELLS))
                .map(surface -> scene(List.of(surface.across(), surface.up()), surface.plane()))
                .orElseGet(() -> new Drawing(size, "No plane to show",
                        results.spec().name() + ": it takes two parameters that vary, and some complete trials").scene());
    }

    private Scene scene(List<Parameter> two, Plane plane) {
        double[] losses = plane.expected().stream().flatMap(List::stream).mapToDouble(Landscape.Expected::loss).sorted().toArray();
        var first = results.first();
        var drawing = new Drawing(size, "%s over %s and %s".formatted(first.metric(), two.getFirst().name(), two.getLast().name()),
                "%s: a model, with all others as in the best trial; from %s (strong) to %s (pale)".formatted(results.spec().name(),
                        Figures.number(first.value(losses[0])), Figures.number(first.value(losses[losses.length - 1]))));
        var frame = new Frame(104, Drawing.HEAD, size.width() - Drawing.MARGIN, size.height() - 56);
        var across = Axes.of(two.getFirst().domain());
        var up = Axes.of(two.getLast().domain());
        cells(drawing, frame, new Edges(edges(two.getFirst().domain(), across, plane.across()), edges(two.getLast().domain(), up, plane.up())), plane, losses);
        drawing.beside(frame, up, two.getLast().name());
        drawing.below(frame, across, two.getFirst().name());
        ShownDots.of(results, MOST_DOTS).trials().forEach(trial -> place(frame, two, trial)
                .ifPresent(point -> drawing.sign(point, Shape.DOT, 2, new Paint(Colour.INK, 0.55))));
        results.best(first).flatMap(best -> place(frame, two, best))
                .ifPresent(point -> drawing.sign(point, Shape.RING, 6, Paint.of(Colour.INK)));
        return drawing.scene();
    }

    /// @param across where cells begin and end, in `[0, 1]`: one more than there are cells
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    private record Edges(double[] across, double[] up) {}

    private static void cells(Drawing drawing, Frame frame, Edges edges, Plane plane, double[] losses) {
        double range = losses[losses.length - 1] / 2 - losses[0] / 2;
        for (int i = 0; i < plane.across().size(); i++) {
            for (int j = 0; j < plane.up().size(); j++) {
                double share = range > 0 ? 1 - (plane.expected().get(i).get(j).loss() / 2 - losses[0] / 2) / range : 0.5;
                var corner = frame.point(edges.across()[i], edges.up()[j + 1]);
                var opposite = frame.point(edges.across()[i + 1], edges.up()[j]);
                drawing.add(new Mark.Box(corner, opposite.x() - corner.x(), opposite.y() - corner.y(), new Paint(Colour.ramp(share), 0.85)));
            }
        }
    }

    /// Half way between the places of neighbours.
    private static double[] edges(Domain domain, Axis axis, List<Value> values) {
        double[] places = values.stream().mapToDouble(value -> axis.at(Axes.number(domain, value))).toArray();
        return IntStream.rangeClosed(0, places.length)
                .mapToDouble(i -> i == 0 ? 0 : i == places.length ? 1 : (places[i - 1] + places[i]) / 2).toArray();
    }

    private static Optional<Point> place(Frame frame, List<Parameter> two, TrialRecord trial) {
        var x = place(two.getFirst(), trial);
        var y = place(two.getLast(), trial);
        return x.isPresent() && y.isPresent() ? Optional.of(frame.point(x.get(), y.get())) : Optional.empty();
    }

    private static Optional<Double> place(Parameter parameter, TrialRecord trial) {
        return trial.configuration().value(parameter.name()).map(value -> Axes.of(parameter.domain()).at(Axes.number(parameter.domain(), value)));
    }
}
