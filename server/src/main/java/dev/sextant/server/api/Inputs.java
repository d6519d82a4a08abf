package dev.sextant.server.api;

import dev.sextant.model.study.Program;
import dev.sextant.server.http.Query;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.wire.file.Digests;
import dev.sextant.wire.tree.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The input files of studies, for workers on machines that do not have them. A file is asked for by the SHA-256 of what it
/// holds, so that it is sent once to a machine, whatever it is called and whichever studies use it. Only files that a study
/// names as its inputs can be had. Thread-safe.
final class Inputs {
    private final OpenStudies studies;
    private final Digests digests = new Digests();

    Inputs(OpenStudies studies) {
        this.studies = studies;
    }

    /// A file and where it lies beside the program.
    ///
    /// @param place relative, with `/`
    private record Input(Path file, String place) {}

    /// The list: `{"files":[{"path":"data/train.csv","size":1234,"sha256":"…","executable":false}]}`.
    Reply list(Visit visit) {
        visit.query().allowOnly();
        var json = new JsonWriter().startObject().name("files").startList();
        for (var input : inputs(visit)) {
            var known = digests.of(input.file());
            json.startObject().name("path").text(input.place()).name("size").whole(known.size()).name("sha256").text(known.sha256())
                    .name("executable").flag(Files.isExecutable(input.file())).endObject();
        }
        return Reply.json(json.endList().endObject().finish());
    }

    /// What a file holds, `from` a byte on.
    Reply file(Visit visit) {
        Query query = visit.query().allowOnly("from");
        long from = query.whole("from", 0, Long.MAX_VALUE / 2, 0);
        var wanted = visit.at("sha256");
        var file = inputs(visit).stream().map(Input::file).filter(f -> digests.of(f).sha256().equals(wanted)).findFirst()
                .orElseThrow(() -> new RequestRefusedException(ErrorCode.NO_RESULT, """
                        Study '%s' has no input with the SHA-256 '%s'.
                        Perhaps the file was changed; ask for the list again.""".formatted(visit.at("study"), wanted)));
        return new Reply.Stream("application/octet-stream", out -> {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(Math.min(from, Files.size(file)));
                in.transferTo(out);
            }
        });
    }

    private List<Input> inputs(Visit visit) {
        var name = visit.at("study");
        Looks.checkSees(visit.who(), name);
        Optional<Program> program;
        try (var study = studies.read(name)) {
            program = study.view().spec().program();
        }
        return program.map(Inputs::inputs).orElse(List.of());
    }

    private static List<Input> inputs(Program program) {
        var home = Path.of(program.home()).toAbsolutePath().normalize();
        var all = new ArrayList<Input>();
        for (var given : program.inputs()) {
            var target = home.resolve(given).normalize();
            var place = target.startsWith(home) ? home.relativize(target) : target.getFileName();
            try (Stream<Path> files = Files.walk(target, FileVisitOption.FOLLOW_LINKS)) {
                files.filter(Files::isRegularFile).sorted()
                        .forEach(file -> all.add(new Input(file, place.resolve(target.relativize(file)).normalize().toString())));
            } catch (IOException | UncheckedIOException unreadable) {
                throw new RequestRefusedException(ErrorCode.NOT_ALLOWED, "The input '%s' cannot be read where the server runs, from '%s': %s."
                        .formatted(given, home, unreadable.getMessage()));
            }
        }
        return all;
    }
}
