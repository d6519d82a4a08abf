package dev.sextant.app.cli;

import dev.sextant.server.access.Access;
import dev.sextant.server.api.Service;
import dev.sextant.server.http.Binding;
import dev.sextant.store.home.Home;
import java.util.Optional;
import java.util.OptionalInt;

/// The page of the study that a `tune` runs, on this machine only, for as long as it runs.
final class TunePage implements AutoCloseable {
    static final Flag PAGE = Flag.onOff("--page", "shows the study in the browser while it runs").in("study");

    private static final int ANY_PORT = 0;

    private final Optional<Service> service;

    private TunePage(Optional<Service> service) {
        this.service = service;
    }

    /// Begins to serve it and says where, if the command line wants that.
    static TunePage of(Call call, Home home, String study) {
        if (!call.has(PAGE)) {
            return new TunePage(Optional.empty());
        }
        var studies = new PipeStudies(home, call.console(), NamedFiles.none(call.console().directory()));
        var parts = new Service.Parts(new ServedStudies(home, studies), Access.open(ServeOptions.tokens(home.folder())), _ -> {},
                OptionalInt.empty(), VersionVerb.text());
        var service = Service.open(parts, Binding.loopback(ANY_PORT));
        call.err().println("Page: http://127.0.0.1:%d/#/study/%s".formatted(service.port(), study));
        return new TunePage(Optional.of(service));
    }

    @Override
    public void close() {
        service.ifPresent(Service::close);
    }
}
