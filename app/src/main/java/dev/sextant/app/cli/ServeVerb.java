package dev.sextant.app.cli;

import dev.sextant.server.api.Service;
import dev.sextant.server.http.Binding;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// `serve`: the studies of a home behind HTTP, until somebody ends it.
final class ServeVerb implements Verb {
    private static final Flag PORT = Flag.of("--port", "N", "where to listen, 0 for any free port (7700)");
    private static final int USUAL_PORT = 7700;
    private static final int MOST_STUDIES = 1000;

    @Override
    public Usage usage() {
        return Usage.of("serve", "studies behind HTTP, for workers, programs and people").words("[STUDY…]", MOST_STUDIES)
                .flags(PORT)
                .examples("sextant serve", "sextant serve lenet --port 8080");
    }

    @Override
    public ExitCode run(Call call) {
        int port = call.value(PORT).map(given -> port(given)).orElse(USUAL_PORT);
        var home = Studies.of(call).home();
        var library = new ServedStudies(home, new PipeStudies(home, call.console()));
        var parts = new Service.Parts(library, Optional.empty(), new RequestLog(call.err()), VersionVerb.text());
        var ended = new CountDownLatch(1);
        try (var _ = Interrupts.listen(_ -> ended.countDown()); var service = Service.open(parts, Binding.loopback(port))) {
            call.words().forEach(service::offer);
            call.out().println("http://127.0.0.1:" + service.port());
            call.out().flush();
            call.err().println("Serving the studies of %s; Ctrl-C ends it, and running trials go on.".formatted(home.folder()));
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    private static int port(String given) {
        int port = Call.count("--port", given, 0);
        if (port > 65_535) {
            throw new UsageException("--port must be at most 65535, not %d.".formatted(port));
        }
        return port;
    }
}
