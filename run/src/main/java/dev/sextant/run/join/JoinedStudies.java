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
import dev.sextant.wire.tree.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The studies that a worker has had trials of: how each is run here, or that it cannot be. Used by one thread, but for
/// [#find] and [#refused].
final class JoinedStudies {
    /// How long what a study says is taken to be true: timeouts and the like may be changed while it runs.
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Membership membership;
    private final Connection connection;
    private final Outbox outbox;
    private final Runnable ended;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    /// @param asked when the server was asked last, by [System#nanoTime]
    /// @param document what it answered
    private record Known(long asked, Node.Obj document, StudyRun run, RemoteStudy link) {}

    JoinedStudies(Membership membership, Connection connection, Outbox outbox, Runnable ended) {
        this.membership = membership;
        this.connection = connection;
        this.outbox = outbox;
        this.ended = ended;
    }

    /// The way to a study of which there were trials here.
    Optional<RemoteStudy> find(String name) {
        return Optional.ofNullable(known.get(name)).map(Known::link);
    }

    /// Those that cannot be run here.
    List<String> refused() {
        return refused.keySet().stream().sorted().toList();
    }

    /// How a study is run here.
    ///
    /// @throws dev.sextant.wire.http.ServerAwayException if the server does not answer
    /// @throws IllegalArgumentException with a message for the user, if it cannot be run here; it is refused from now on
    StudyRun get(String name) {
        var before = known.get(name);
        if (before != null && System.nanoTime() - before.asked() < FRESH.toNanos()) {
            return before.run();
        }
        try {
            var document = document(name);
            var now = before != null && before.document().equals(document) ? before : understood(name, document);
            known.put(name, new Known(System.nanoTime(), document, now.run(), now.link()));
            return now.run();
        } catch (IllegalArgumentException | ServerRefusedException impossible) {
            refused.put(name, String.valueOf(impossible.getMessage()));
            throw new IllegalArgumentException(impossible.getMessage(), impossible);
        }
    }

    /// Only what does not change with every trial.
    private Node.Obj document(String name) {
        var answer = connection.get("/api/v1/studies/" + name);
        return new Node.Obj(answer.members().stream().filter(m -> List.of("spec", "directory", "home").contains(m.name())).toList(), answer.at());
    }

    private Known understood(String name, Node.Obj document) {
        var place = new Circumstances(text(document, "directory"), text(document, "home"), Optional.empty(), 0, Settings.STANDARD, _ -> Optional.empty());
        var spec = document.find("spec").map(Node.Member::value).orElseThrow(() -> new IllegalArgumentException("The server does not say what study '%s' is.".formatted(name)));
        try {
            var study = StudyForm.study(StudyDraft.stored(spec), place);
            var link = new RemoteStudy(name, connection, outbox, ended);
            var plan = TrialPlan.of(study.spec().running(program(study.spec())), study.settings(), runs(study.spec()));
            plan.reading().warnings().forEach(connection::say);
            return new Known(0, document, new StudyRun(plan, link), link);
        } catch (FormException newer) {
            throw new IllegalArgumentException("Study '%s' cannot be understood: %s".formatted(name, newer.rule()), newer);
        }
    }

    private Program program(StudySpec spec) {
        return switch (membership.commands()) {
            case Commands.Own(List<String> words, String directory) -> new Program(words, new LinkedHashMap<>(), spec.program().flatMap(Program::pattern),
                    spec.program().map(Program::take).orElse(Program.Take.LAST), List.of(), new LinkedHashMap<>(), directory, directory, false);
            case Commands.OfStudies(Optional<String> directory) -> spec.program().map(program -> placed(spec.name(), program, directory))
                    .orElseThrow(() -> new IllegalArgumentException("Study '%s' has no command.".formatted(spec.name())));
        };
    }

    private static Program placed(String study, Program program, Optional<String> directory) {
        if (program.inRunFolder() || Files.isDirectory(Path.of(program.directory()))) {
            return program;
        }
        var here = directory.orElseThrow(() -> new IllegalArgumentException("""
                Study '%s' starts its program in '%s', which is not on this machine; this worker leaves it to others.
                Make the study with 'workdir: run' and its 'inputs', or say where the program is here: --workdir FOLDER.""".formatted(study, program.directory())));
        return new Program(program.command(), program.arguments(), program.pattern(), program.take(), program.inputs(), program.environment(), here, here, false);
    }

    /// Studies of one name that are not the same have other seeds, unless somebody saw to it that they have not.
    private Path runs(StudySpec spec) {
        return membership.runs().resolve("%s-%s".formatted(spec.name(), Long.toHexString(spec.seed())));
    }

    private static String text(Node.Obj object, String member) {
        return object.find(member).map(Node.Member::value).map(n -> n instanceof Node.Text(String text, _) ? text : "").orElse("");
    }
}
