package dev.sextant.server.api;

import dev.sextant.server.access.Access;
import dev.sextant.server.http.Binding;
import dev.sextant.server.http.Front;
import dev.sextant.server.http.Guard;
import dev.sextant.server.http.HttpListener;
import dev.sextant.server.http.Journal;
import dev.sextant.server.http.Route;
import dev.sextant.server.request.StudyLibrary;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;

/// The studies of a home behind HTTP. Thread-safe.
public final class Service implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(5);

    private final OpenStudies studies;
    private final ShownStudies shown;
    private final HttpListener listener;
    private final Thread ticker;

    private Service(OpenStudies studies, ShownStudies shown, HttpListener listener, Thread ticker) {
        this.studies = studies;
        this.shown = shown;
        this.listener = listener;
        this.ticker = ticker;
    }

    /// What a service is made of.
    ///
    /// @param library the studies; those that are opened are closed with the service
    /// @param mostPerSecond how many requests one token may send; empty for any number
    /// @param version of the product
    public record Parts(StudyLibrary library, Access access, Journal journal, OptionalInt mostPerSecond, String version) {}

    /// Begins to serve.
    ///
    /// @throws java.io.UncheckedIOException if nothing can listen there
    public static Service open(Parts parts, Binding binding) {
        var studies = new OpenStudies(parts.library());
        var shown = new ShownStudies(studies, InstantSource.system());
        var workers = new Workers(studies, InstantSource.system());
        var meters = new Meters(studies, workers, parts.journal());
        var about = new About(parts.version(), new Sessions(parts.access().keys(), binding.tls().isPresent()), meters, studies);
        var tokens = new Tokens(parts.access().tokens(), InstantSource.system());
        var front = new Front(certain(Routes.of(studies, shown, workers, about, tokens), parts.library()), new Guard(parts.access().keys()), meters, parts.mostPerSecond());
        var listener = HttpListener.open(binding, front);
        return new Service(studies, shown, listener, Thread.ofVirtual().name("silent workers").start(() -> tick(studies, workers)));
    }

    /// What is answered is true: a server that stood still while another one took its studies says so, whatever it remembers.
    private static List<Route> certain(List<Route> routes, StudyLibrary library) {
        return routes.stream().map(route -> route.open() ? route : route.ending(library::awaitCertainty)).toList();
    }

    /// Takes up what a server before this one had begun, then looks after the workers.
    private static void tick(OpenStudies studies, Workers workers) {
        try {
            studies.library().begun().forEach(studies::open);
            while (!studies.awaitEnd(TICK)) {
                workers.tick();
            }
        } catch (InterruptedException _) {
            // The service is closed.
        }
    }

    /// Opens a study, so that workers that take any get trials of it.
    ///
    /// @throws dev.sextant.server.request.RequestRefusedException as [StudyLibrary#open(String)]
    public void offer(String study) {
        studies.offer(study);
    }

    /// Where it listens.
    public int port() {
        return listener.port();
    }

    /// Lets nobody in any more, ends what is under way, and lets go of the studies; what workers run goes on, and is theirs
    /// again when a service comes back.
    @Override
    public void close() {
        ticker.interrupt();
        try (studies; shown) {
            listener.close();
        }
    }
}
