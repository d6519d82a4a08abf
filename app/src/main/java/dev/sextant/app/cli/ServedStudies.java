package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyView;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.ReadStudy;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Stored;
import dev.sextant.server.request.StudyLibrary;
import dev.sextant.store.home.Holder;
import dev.sextant.store.home.Home;
import dev.sextant.store.home.Machine;
import dev.sextant.store.home.StudyFolder;
import dev.sextant.store.home.StudyNameException;
import dev.sextant.wire.lines.Exchange;
import dev.sextant.wire.lines.SocketExchange;
import dev.sextant.wire.study.StudyDraft;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// The studies of a home as a server shows and holds them.
record ServedStudies(Home home, PipeStudies studies) implements StudyLibrary {
    @Override
    public OpenStudy create(StudyDraft draft, Place place, Stored stored) {
        return studies.create(draft, place, stored);
    }

    @Override
    public OpenStudy open(String name) {
        return studies.open(name);
    }

    @Override
    public void delete(String name) {
        studies.delete(name);
    }

    @Override
    public List<String> names() {
        return home.studies().stream().map(StudyFolder::name).toList();
    }

    @Override
    public ReadStudy read(String name) {
        try {
            var folder = home.study(name);
            var view = folder.read(home.access());
            return new Open(new StudyReading(folder, view, () -> folder.holder(home.access()).isPresent(), view::isPaused, view::close));
        } catch (StudyNameException unknown) {
            throw new RequestRefusedException(ErrorCode.UNKNOWN_STUDY, String.valueOf(unknown.getMessage()));
        }
    }

    private record Open(StudyReading reading) implements ReadStudy {
        @Override
        public StudyView view() {
            return reading.view();
        }

        @Override
        public boolean isHeld() {
            return reading.isHeld().getAsBoolean();
        }

        @Override
        public boolean isPaused() {
            return reading.isPaused().getAsBoolean();
        }

        @Override
        public void close() {
            reading.close();
        }
    }

    @Override
    public Optional<Exchange> holder(String name) {
        return home.find(name).flatMap(folder -> folder.holder(home.access()))
                .filter(holder -> holder.machine().equals(Machine.here())).flatMap(Holder::socket).flatMap(socket -> {
                    try {
                        return Optional.of(new SocketExchange(socket));
                    } catch (UncheckedIOException _) {
                        return Optional.empty();        // it ended between the look at its name and now
                    }
                });
    }
}
