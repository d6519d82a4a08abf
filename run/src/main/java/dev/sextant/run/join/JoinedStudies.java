package dev.sextant.run.join;

import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.run.join.Membership.Commands;
import dev.sextant.run.worker.StudyRun;
import dev.sextant.run.worker.TrialPlan;
import dev.sextant.wire.http.ServerRefusedException;
import dev.sextant.wire.study.Circumstances;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The studies that a worker has had trials of: how each is run here, or that it cannot be. Used by one thread, but for
/// [#find] and [#refused].
final class JoinedStudies {
    /// How long what a study says is taken to be true: timeouts and the like may be changed while it runs.
    private static final Duration FRESH = Duration.ofMinutes(1);
    /// How long a study that cannot be run here is left alone: somebody may see to what is missing.
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private static final String INPUTS = "inputs";

    private final Membership membership;
    private final Connection connection;
    private final RemoteStudy.Ends ends;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Long> refused = new ConcurrentHashMap<>();
    private final StagedInputs inputs;

    /// @param asked when the server was asked last, by [System#nanoTime]
    /// @param text what it answered
    /// @param link the same for as long as the worker lives: attempts that began before a change hang on it, too
    private record Known(long asked, String text, StudyRun run, RemoteStudy link) {}

    JoinedStudies(Membership membership, Connection connection, RemoteStudy.Ends ends) {
        this.membership = membership;
        this.connection = connection;
        this.ends = ends;
        inputs = new StagedInputs(connection, new InputCache(membership.cache(), membership.cacheBytes()));
    }

    /// The way to a study of which there were trials here.
    Optional<RemoteStudy> find(String name) {
        return Optional.ofNullable(known.get(name)).map(Known::link);
    }

    /// Those that cannot be run here for now.
    List<String> refused() {
        refused.values().removeIf(since -> System.nanoTime() - since > LEFT_ALONE.toNanos());
        return refused.keySet().stream().sorted().toList();
    }

    /// How a study is run here.
    ///
    /// @throws dev.sextant.wire.http.ServerAwayException if the server does not answer
    /// @throws IllegalArgumentException with a message for the user, if it cannot be run here; it is refused for a while
    StudyRun get(String name) {
        var before = known.get(name);
        if (before != null && System.nanoTime() - before.asked() < FRESH.toNanos()) {
            return before.run();
        }
        try {
            var document = document(name);
            var text = JsonWriter.write(document);
            var link = before == null ? new RemoteStudy(name, connection, ends) : before.link();
            var run = before != null && before.text().equals(text) ? before.run() : new StudyRun(plan(name, document), link);
            known.put(name, new Known(System.nanoTime(), text, run, link));
            return run;
        } catch (IllegalArgumentException | UncheckedIOException | ServerRefusedException impossible) {
            refused.put(name, System.nanoTime());
            throw new IllegalArgumentException(impossible.getMessage(), impossible);
        }
    }

    /// Only what does not change with every trial; with the list of the input files, if they are to be brought here.
    private Node.Obj document(String name) {
        var answer = connection.get("/api/v1/studies/" + name);
        var members = new ArrayList<>(answer.members().stream().filter(m -> List.of("spec", "directory", "home").contains(m.name())).toList());
        boolean hasInputs = answer.find("spec").map(Node.Member::value).filter(spec -> spec instanceof Node.Obj object && object.find("inputs").isPresent()).isPresent();
        if (hasInputs && membership.commands() instanceof Commands.OfStudies) {
            members.add(new Node.Member(INPUTS, inputs.list(name), answer.at()));
        }
        return new Node.Obj(members, answer.at());
    }

    private TrialPlan plan(String name, Node.Obj document) {
        var place = new Circumstances(text(document, "directory"), text(document, "home"), Optional.empty(), 0, Settings.STANDARD, _ -> Optional.empty());
        var spec = document.find("spec").map(Node.Member::value).orElseThrow(() -> new IllegalArgumentException("The server does not say what study '%s' is.".formatted(name)));
        try {
            var study = StudyForm.study(StudyDraft.stored(spec), place);
            var own = TrialPlan.of(study.spec().running(program(study.spec(), document)), study.settings(), runs(study.spec()));
            var plan = membership.checkpoints().map(shared -> own.withCheckpoints(shared.resolve(folder(study.spec())))).orElse(own);
            plan.reading().warnings().forEach(connection::say);
            return plan;
        } catch (FormException newer) {
            throw new IllegalArgumentException("Study '%s' cannot be understood: %s".formatted(name, newer.rule()), newer);
        }
    }

    private Program program(StudySpec spec, Node.Obj document) {
        return switch (membership.commands()) {
            case Commands.Own(List<String> words, String directory) -> new Program(words, new LinkedHashMap<>(), spec.program().flatMap(Program::pattern),
                    spec.program().map(Program::take).orElse(Program.Take.LAST), List.of(), new LinkedHashMap<>(), directory, directory, false);
            case Commands.OfStudies(Optional<String> directory) -> spec.program().map(program -> placed(spec, program, document, directory))
                    .orElseThrow(() -> new IllegalArgumentException("Study '%s' has no command.".formatted(spec.name())));
        };
    }

    private Program placed(StudySpec spec, Program program, Node.Obj document, Optional<String> directory) {
        boolean isHere = !program.inRunFolder() && Files.isDirectory(Path.of(program.directory()));
        var list = document.find(INPUTS).map(Node.Member::value);
        if (!isHere && list.isPresent()) {
            return inputs.staged(spec.name(), program, list.get(), runs(spec));
        }
        if (isHere || program.inRunFolder()) {
            return program;
        }
        var here = directory.orElseThrow(() -> new IllegalArgumentException("""
                Study '%s' starts its program in '%s', which is not on this machine; this worker leaves it to others.
                Let the study name its 'inputs', or say where the program is here: --workdir FOLDER.""".formatted(spec.name(), program.directory())));
        return new Program(program.command(), program.arguments(), program.pattern(), program.take(), program.inputs(), program.environment(), here, here, false);
    }

    private Path runs(StudySpec spec) {
        return membership.runs().resolve(folder(spec));
    }

    /// Studies of one name that are not the same have other seeds, unless somebody saw to it that they have not.
    private static String folder(StudySpec spec) {
        return "%s-%s".formatted(spec.name(), Long.toHexString(spec.seed()));
    }

    private static String text(Node.Obj object, String member) {
        return object.find(member).map(Node.Member::value).map(n -> n instanceof Node.Text(String text, _) ? text : "").orElse("");
    }
}
