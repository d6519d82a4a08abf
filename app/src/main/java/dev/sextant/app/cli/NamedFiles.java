package dev.sextant.app.cli;

import dev.sextant.server.request.ErrorCode;
import dev.sextant.server.request.RequestRefusedException;
import dev.sextant.wire.tree.Source;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Which files of this machine a study may name, as inputs and as lists of points. Immutable.
///
/// Whoever writes into a pipe or a socket of this process could read its files anyway, and names any. Who comes over HTTP names
/// those in a folder that was opened for that, and none if there is none: else a study would be a way to read what is on the server.
///
/// @param home absolute; where relative names begin
/// @param opened the folder, absolute, whose files may be named; empty for none
record NamedFiles(Path home, Optional<Path> opened) {
    /// All files.
    static NamedFiles all(Path home) {
        return new NamedFiles(home, Optional.of(home.toAbsolutePath().getRoot()));
    }

    /// The files in a folder. Symbolic links in it are followed, wherever they lead.
    static NamedFiles in(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        return new NamedFiles(absolute, Optional.of(absolute));
    }

    static NamedFiles none(Path home) {
        return new NamedFiles(home, Optional.empty());
    }

    /// What a file holds; empty if there is none.
    ///
    /// @throws RequestRefusedException as [#check]
    Optional<Source> read(String name) {
        check(name);
        return StudyRequest.beside(home.toString(), name);
    }

    /// @throws RequestRefusedException if a file may not be named
    void check(String name) {
        var folder = opened.orElseThrow(() -> new RequestRefusedException(ErrorCode.NOT_ALLOWED, """
                A study that is made over HTTP may not name a file of the server's machine, such as '%s'.
                Open a folder for that ('sextant serve --files FOLDER'), or make the study there ('sextant create').""".formatted(name)));
        if (!absolute(name).startsWith(folder)) {
            throw new RequestRefusedException(ErrorCode.NOT_ALLOWED,
                    "A study that is made over HTTP may name files in %s only, not '%s'.".formatted(folder, name));
        }
    }

    private Path absolute(String name) {
        try {
            return home.toAbsolutePath().resolve(name).normalize();
        } catch (InvalidPathException wrong) {
            throw new RequestRefusedException(ErrorCode.WRONG_FORM, "'%s' is no name of a file: %s.".formatted(name, wrong.getReason()));
        }
    }
}
