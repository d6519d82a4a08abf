package dev.sextant.app.cli;

import dev.sextant.engine.port.StudyView;
import dev.sextant.model.study.Settings;
import dev.sextant.model.text.Nearest;
import dev.sextant.wire.study.Circumstances;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.study.StudyForm.Understood;
import dev.sextant.wire.study.StudyName;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a command line says about a study: the draft of its file or of the stored study it names, and over it that of
/// its flags.
final class StudyRequest {
    private static final Pattern FILE_NAME = Pattern.compile(".*(/|\\.ya?ml$|\\.json$).*");

    private final Call call;
    private final StudyDraft flags;
    private final List<String> notices;
    private final Optional<Path> file;
    private final Optional<String> stored;
    private final Optional<String> called;

    private StudyRequest(Call call, Optional<Path> file, Optional<String> stored, Optional<String> called) {
        this.call = call;
        var said = StudyOptions.said(call);
        this.flags = said.draft();
        this.notices = said.notices();
        this.file = file;
        this.stored = stored;
        this.called = called;
    }

    /// Reads the flags, and decides whether the word names a file, a stored study, or, with parameters, a new one.
    static StudyRequest of(Call call, Studies studies) {
        var word = call.word(0);
        if (word.isEmpty() && call.values(StudyOptions.PARAMETER).isEmpty()) {
            throw new UsageException("""
                    %s needs a study: a file, the name of a stored study, or parameters (-p lr=1e-5..1e-1:log).
                    'sextant %s --help' shows examples.""".formatted(call.usage().name(), call.usage().name()));
        }
        if (word.isEmpty()) {
            return new StudyRequest(call, Optional.empty(), Optional.empty(), Optional.empty());
        }
        var path = call.console().path(word.get());
        if (Files.isRegularFile(path)) {
            return new StudyRequest(call, Optional.of(path), Optional.empty(), Optional.empty());
        }
        boolean isName = !FILE_NAME.matcher(word.get()).matches();
        if (isName && studies.exists(word.get())) {
            return new StudyRequest(call, Optional.empty(), word, Optional.empty());
        }
        if (isName && !call.values(StudyOptions.PARAMETER).isEmpty()) {
            return new StudyRequest(call, Optional.empty(), Optional.empty(), word);
        }
        throw unknown(call, studies, word.get());
    }

    /// Asks whether a file beside it was meant, said with the folder as it was typed.
    private static Optional<String> nearestFile(String word, Path file) {
        var folder = word.substring(0, word.lastIndexOf('/') + 1);
        var near = Nearest.to(String.valueOf(file.getFileName()), studyFilesBeside(file));
        return Nearest.question(word, near.stream().map(folder::concat).toList());
    }

    /// Their names; empty where there is no such folder, or it cannot be read.
    private static List<String> studyFilesBeside(Path file) {
        List<String> names = new ArrayList<>();
        try (var files = Files.newDirectoryStream(file.resolveSibling(""), "*.{yaml,yml,json}")) {
            files.forEach(found -> names.add(String.valueOf(found.getFileName())));
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        return names;
    }

    private static UsageException unknown(Call call, Studies studies, String word) {
        if (Files.isDirectory(call.console().path(word))) {
            return new UsageException("%s is a folder; a study file ends in .yaml.".formatted(call.console().path(word)));
        }
        if (FILE_NAME.matcher(word).matches()) {
            Path file = call.console().path(word);
            var hint = nearestFile(word, file).map("\n"::concat).orElse("");
            return new UsageException("There is no file %s.%s".formatted(file, hint));
        }
        var hint = call.rest().isEmpty() ? "\nA command to run stands behind '--', a study file ends in .yaml." : "";
        return new UsageException("There is neither a file nor a study '%s'.%s".formatted(word,
                Nearest.question(word, studies.names()).map("\n"::concat).orElse(hint)));
    }

    /// The stored study that is named.
    Optional<String> stored() {
        return stored;
    }

    /// Whether the user stated the seed.
    boolean statesSeed() {
        return draft().find("seed").isPresent();
    }

    /// What a new study would be.
    ///
    /// @param seed the one that is drawn, if none was stated
    /// @param settings what holds where nothing is said
    Understood fresh(long seed, Settings settings) {
        return noted(StudyForm.study(draft(), circumstances(seed, settings, file.map(f -> StudyName.ofFile(f.toString())).or(() -> called))));
    }

    /// What a stored study would become.
    Understood over(StudyView view) {
        var spec = view.spec();
        if (stored.isEmpty()) {
            return noted(StudyForm.study(draft(), circumstances(spec.seed(), view.settings(), Optional.of(spec.name()))));
        }
        var draft = flags.over(StudyDraft.of(StudyForm.write(spec, view.settings())));
        var place = spec.program().map(p -> new Circumstances(p.directory(), p.home(), Optional.of(spec.name()), spec.seed(),
                view.settings(), f -> beside(p.home(), f)));
        return noted(StudyForm.study(draft, place.orElseGet(
                () -> circumstances(spec.seed(), view.settings(), Optional.of(spec.name())))));
    }

    private Understood noted(Understood study) {
        var all = new ArrayList<>(notices);
        study.notices().stream().filter(n -> !all.contains(n)).forEach(all::add);
        return new Understood(study.spec(), study.settings(), all);
    }

    private StudyDraft draft() {
        return file.map(f -> flags.over(read(f))).orElse(flags);
    }

    private StudyDraft read(Path path) {
        var source = source(call.word(0).orElse(path.toString()), path);
        return path.toString().endsWith(".json") ? StudyDraft.json(source) : StudyDraft.yaml(source);
    }

    private static Source source(String name, Path path) {
        try {
            return Utf8.source(name, Files.readAllBytes(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Circumstances circumstances(long seed, Settings settings, Optional<String> name) {
        var here = call.console().directory().toString();
        var home = file.map(f -> f.resolveSibling("").toString()).orElse(here);
        return new Circumstances(here, home, name, seed, settings, f -> beside(home, f));
    }

    /// The text of a file that a study names.
    static Optional<Source> beside(String home, String name) {
        var path = Path.of(home).resolve(name);
        return Files.isRegularFile(path) ? Optional.of(source(name, path)) : Optional.empty();
    }
}
