package dev.sextant.server.api;

import dev.sextant.model.trial.TrialState;
import dev.sextant.server.http.Journal;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Route;
import dev.sextant.server.http.Visit;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/// What a server measures of itself, in the text form that Prometheus reads. Thread-safe.
///
/// It names no study: whoever may read it need not be allowed to see them.
final class Meters implements Journal {
    private static final double NANOS = 1e9;

    private final Journal next;
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram requests = Histogram.builder().name("sextant_http_request_seconds")
            .help("How long requests took until they were answered, by route and status.").labelNames("method", "route", "status")
            .classicUpperBounds(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 60).classicOnly().register(registry);

    /// @param next is told of every request too
    Meters(OpenStudies studies, Workers workers, Journal next) {
        this.next = next;
        GaugeWithCallback.builder().name("sextant_open_trials").help("Trials of the studies that are open here, by state.").labelNames("state")
                .callback(callback -> trials(studies).forEach((state, count) -> callback.call(count, state.word()))).register(registry);
        GaugeWithCallback.builder().name("sextant_open_studies").help("Studies that are open here.")
                .callback(callback -> callback.call(studies.count())).register(registry);
        GaugeWithCallback.builder().name("sextant_workers").help("Workers that were heard in the last hour.")
                .callback(callback -> callback.call(workers.count())).register(registry);
    }

    private static Map<TrialState, Long> trials(OpenStudies studies) {
        var counts = new EnumMap<TrialState, Long>(TrialState.class);
        studies.forEach((_, study) -> study.desk().progress().counts().forEach((state, count) -> counts.merge(state, (long) count, Long::sum)));
        return counts;
    }

    @Override
    public void write(Line line) {
        var route = line.route().map(Route::path).orElse("none");
        requests.labelValues(line.method(), route, Integer.toString(line.status())).observe(line.nanos() / NANOS);
        next.write(line);
    }

    /// All that was measured.
    Reply answer(Visit visit) {
        visit.query().allowOnly();
        var text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Reply.Document(200, PrometheusTextFormatWriter.CONTENT_TYPE, text.toByteArray(), Map.of());
    }
}
