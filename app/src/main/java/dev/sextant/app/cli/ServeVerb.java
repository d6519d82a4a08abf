package dev.sextant.app.cli;

import dev.sextant.server.api.Service;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/// `serve`: the studies of a home behind HTTP, until somebody ends it.
final class ServeVerb implements Verb {
    private static final int MOST_STUDIES = 1000;
    private static final int MOST_PER_SECOND = 5000;

    @Override
    public Usage usage() {
        return Usage.of("serve", "studies behind HTTP, for workers, programs and people").words("[STUDY…]", MOST_STUDIES)
                .flags(ServeOptions.PORT, ServeOptions.BIND, ServeOptions.TOKENS, ServeOptions.CERTIFICATE, ServeOptions.KEY,
                        ServeOptions.PLAIN, ServeOptions.EVERYBODY)
                .examples("sextant serve", "sextant serve lenet --bind 0.0.0.0 --port 8080");
    }

    @Override
    public ExitCode run(Call call) {
        var home = Studies.of(call).home();
        call.words().forEach(home::study);
        var listening = new ServeOptions(call, home.folder()).listening();
        var library = new ServedStudies(home, new PipeStudies(home, call.console()));
        var log = new RequestLog(call.err(), home.folder().resolve("audit.jsonl"));
        var parts = new Service.Parts(library, listening.keys(), log,
                listening.keys().isPresent() ? OptionalInt.of(MOST_PER_SECOND) : OptionalInt.empty(), VersionVerb.text());
        var ended = new CountDownLatch(1);
        try (var _ = Interrupts.listen(_ -> ended.countDown()); var service = Service.open(parts, listening.binding())) {
            call.words().forEach(service::offer);
            call.out().println(listening.address(service.port()));
            call.out().flush();
            call.err().println("Serving the studies of %s; Ctrl-C ends it, and running trials go on.".formatted(home.folder()));
            listening.fingerprint().ifPresent(print -> call.err().println("Certificate (SHA-256): " + print));
            ended.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }
}
