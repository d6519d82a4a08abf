package dev.sextant.app.cli;

import dev.sextant.server.api.Service;
import dev.sextant.store.home.StudyHome;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// `serve`: the studies of a home behind HTTP, until somebody ends it.
final class ServeVerb implements Verb {
    private static final int MOST_STUDIES = 1000;
    private static final int MOST_PER_SECOND = 5000;
    private static final int SECONDS_BETWEEN_LOOKS = 10;

    @Override
    public Usage usage() {
        return Usage.of("serve", "studies behind HTTP, for workers, programs and people").words("[STUDY…]", MOST_STUDIES)
                .flags(ServeOptions.PORT, ServeOptions.BIND, ServeOptions.TOKENS, ServeOptions.CERTIFICATE, ServeOptions.KEY,
                        ServeOptions.PLAIN, ServeOptions.EVERYBODY, ServeOptions.FILES, ServedPlace.STORE, ServedPlace.STANDBY)
                .examples("sextant serve lenet --bind 0.0.0.0 --port 8080", "sextant serve --store postgresql://me@db/studies --standby");
    }

    @Override
    public ExitCode run(Call call) {
        var folder = Studies.of(call).home().folder();
        var options = new ServeOptions(call, folder);
        var listening = options.listening();
        var files = options.files();
        var ended = new CountDownLatch(1);
        try (var place = ServedPlace.of(call, ended::countDown)) {
            call.words().forEach(name -> place.home().read(name).close());
            new Serving(call, place.home(), listening, files).run(folder, ended);
            return place.isLost() ? ExitCode.MACHINE_FAILED : ExitCode.DONE;
        }
    }

    private record Serving(Call call, StudyHome home, ServeOptions.Listening listening, NamedFiles files) {
        void run(Path folder, CountDownLatch ended) {
            try (var _ = Interrupts.listen(_ -> ended.countDown()); var service = Service.open(parts(folder), listening.binding())) {
                call.words().forEach(service::offer);
                call.out().println(listening.address(service.port()));
                call.out().flush();
                call.err().println("Serving the studies of %s; Ctrl-C ends it, and running trials go on.".formatted(home.place()));
                listening.fingerprint().ifPresent(print -> call.err().println("Certificate (SHA-256): " + print));
                var garbage = OldGarbage.ofThisProcess();
                while (!ended.await(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                    garbage.collect();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private Service.Parts parts(Path folder) {
            return new Service.Parts(new ServedStudies(home, new PipeStudies(home, call.console(), files)), listening.access(),
                    new RequestLog(call.err(), folder.resolve("audit.jsonl")),
                    listening.access().keys().isPresent() ? OptionalInt.of(MOST_PER_SECOND) : OptionalInt.empty(), VersionVerb.text());
        }
    }
}
