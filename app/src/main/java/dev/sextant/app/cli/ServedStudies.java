package dev.sextant.app.cli;

import dev.sextant.engine.port.StoreException;
import dev.sextant.model.study.Artifacts;
import dev.sextant.run.artifact.LeftFiles;
import dev.sextant.run.output.OutputReader;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.Insight;
import dev.sextant.server.request.OpenStudy;
import dev.sextant.server.request.Place;
import dev.sextant.server.request.ReadStudy;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.server.request.Stored;
import dev.sextant.server.request.StudyLibrary;
import dev.sextant.store.home.Holder;
import dev.sextant.store.home.Machine;
import dev.sextant.store.home.StudyHome;
import dev.sextant.store.home.StudyNameException;
import dev.sextant.store.study.StoredView;
import dev.sextant.wire.lines.Exchange;
import dev.sextant.wire.lines.SocketExchange;
import dev.sextant.wire.study.StudyDraft;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;

/// The studies of a home as a server shows and holds them.
record ServedStudies(StudyHome home, PipeStudies studies) implements StudyLibrary {
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
    public void awaitCertainty() {
        home.awaitCertainty();
    }

    @Override
    public List<String> names() {
        return home.names();
    }

    @Override
    public List<String> begun() {
        return names().stream().filter(this::isBegun).toList();
    }

    private boolean isBegun(String name) {
        if (home.holder(name).isPresent()) {
            return false;
        }
        try (var view = home.read(name)) {
            return view.isBegun() && view.spec().program().isPresent();
        } catch (StoreException | StudyNameException _) {
            return false;           // whoever asks for it will be told why it cannot be read
        }
    }

    @Override
    public void checkSame(OpenStudy open, StudyDraft draft) {
        studies.checkSame(open.desk().spec(), draft);
    }

    @Override
    public ReadStudy read(String name) {
        try {
            return new Open(home.read(name), () -> home.holder(name).isPresent());
        } catch (StudyNameException unknown) {
            throw new RequestRefusedException(ErrorCode.UNKNOWN_STUDY, String.valueOf(unknown.getMessage()));
        }
    }

    @Override
    public Insight insight() {
        return new ModelInsight();
    }

    @Override
    public boolean copyOutput(Printed what, OutputStream out) {
        return copy(home.files(what.study()).run(what.trial(), what.attempt()), what.errors() ? "stderr" : "stdout", out);
    }

    @Override
    public Optional<SequencedMap<String, Path>> artifacts(Attempted what, Artifacts wanted) {
        var folder = home.files(what.study()).run(what.trial(), what.attempt());
        return Files.isDirectory(folder) ? Optional.of(LeftFiles.in(folder, wanted).paths()) : Optional.empty();
    }

    @Override
    public Path brought(String study) {
        return home.files(study).brought();
    }

    private static boolean copy(Path folder, String name, OutputStream out) {
        var file = folder.resolve(name);
        try {
            if (Files.exists(file)) {
                new OutputReader(file).copy(out);
            }
            return Files.exists(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private record Open(StoredView view, BooleanSupplier held) implements ReadStudy {
        @Override
        public boolean isHeld() {
            return held.getAsBoolean();
        }

        @Override
        public boolean isPaused() {
            return view.isPaused();
        }

        @Override
        public void close() {
            view.close();
        }
    }

    @Override
    public Optional<Exchange> holder(String name) {
        return home.holder(name)
                .filter(holder -> holder.machine().equals(Machine.here())).flatMap(Holder::socket).flatMap(socket -> {
                    try {
                        return Optional.of(new SocketExchange(socket));
                    } catch (UncheckedIOException _) {
                        return Optional.empty();        // it ended between the look at its name and now
                    }
                });
    }
}
