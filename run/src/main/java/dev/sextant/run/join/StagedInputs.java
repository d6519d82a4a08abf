package dev.sextant.run.join;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.sextant.model.study.Program;
import dev.sextant.run.output.FileTrouble;
import dev.sextant.run.worker.RunFolder;
import dev.sextant.wire.tree.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

/// Brings the input files of a study here, into a folder that looks as that of the study file does, as a whole or not at all.
record StagedInputs(Connection connection, InputCache cache) {
    /// The list of the inputs of a study, as the server says it.
    Node list(String study) {
        return connection.get(path(study));
    }

    private static String path(String study) {
        return "/api/v1/studies/%s/inputs".formatted(study);
    }

    /// The program with its inputs in a folder here. It starts in its run folder, where they are linked.
    ///
    /// @param list what [#list] gave
    /// @param below the folder in which theirs is made, unless it is there already
    Program staged(String study, Program program, Node list, Path below) {
        var files = files(list);
        var folder = below.resolve("inputs-" + name(files));
        if (!Files.isDirectory(folder)) {
            stage(study, files, folder);
        }
        var places = files.stream().map(file -> file.place().getName(0).toString()).distinct().toList();
        return new Program(program.command(), program.arguments(), program.pattern(), program.take(), places, program.environment(), folder.toString(), folder.toString(), true);
    }

    private static List<InputFile> files(Node list) {
        return list instanceof Node.Obj object && object.find("files").map(Node.Member::value).orElse(object) instanceof Node.Arr items
                ? items.items().stream().map(InputFile::of).toList() : List.of();
    }

    private static String name(List<InputFile> files) {
        var sum = new CRC32C();
        files.forEach(file -> sum.update((file.place() + " " + file.name() + "\n").getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }

    private void stage(String study, List<InputFile> files, Path folder) {
        var draft = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(draft);
            files.forEach(file -> cache.link(file, draft.resolve(file.place()), offset -> fetched(study, file, offset)));
            Files.move(draft, folder, ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("The inputs of study '%s' cannot be put into '%s': %s.".formatted(study, folder, FileTrouble.text(failed)), failed);
        } finally {
            remove(draft);
        }
    }

    private InputStream fetched(String study, InputFile file, long offset) {
        return connection.speak(() -> connection.client().bytes("%s/%s?from=%d".formatted(path(study), file.sha256(), offset)));
    }

    private static void remove(Path draft) {
        if (Files.notExists(draft)) {
            return;
        }
        try {
            Files.walkFileTree(draft, RunFolder.deletion());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
