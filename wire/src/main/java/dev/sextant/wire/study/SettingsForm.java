package dev.sextant.wire.study;

import dev.sextant.model.resource.Resources;
import dev.sextant.model.study.Retries;
import dev.sextant.model.study.Settings;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.text.SizeText;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The parts of a study that may change when it is continued: `budget`, `slots`, `resources`, `trial`, `artifacts`, `note`, `tags`.
final class SettingsForm {
    /// The top-level keys read here.
    static final List<String> KEYS = List.of("budget", "slots", "resources", "trial", "artifacts", "note", "tags");

    private SettingsForm() {}

    /// The settings that a document says, and those of `standard` of which it says nothing.
    static Settings read(Fields study, Settings standard) {
        var budget = study.node("budget").map(n -> BudgetForm.read(n, standard.budget())).orElse(standard.budget());
        var slots = study.node("slots").map(n -> slots(new Named("slots", n))).orElse(standard.slots());
        var resources = section(study, "resources");
        var trial = section(study, "trial");
        return new Settings(budget, slots,
                resources.map(f -> resources(f, standard.resources())).orElse(standard.resources()),
                standard.gpusStated() || resources.flatMap(f -> f.node("gpus")).isPresent(),
                trial.map(f -> timeout(f, standard.timeout())).orElse(standard.timeout()),
                trial.map(f -> retries(f, standard.retries())).orElse(standard.retries()),
                trial.flatMap(f -> f.get("grace", Words::duration)).orElse(standard.grace()),
                trial.flatMap(f -> f.get("keep", Words::keep)).orElse(standard.keep()),
                study.node("artifacts").map(n -> ArtifactsForm.read(n, standard.artifacts())).orElse(standard.artifacts()),
                RemarksForm.read(study, standard.remarks()));
    }

    private static OptionalInt slots(Named given) {
        return Words.isOff(given) ? OptionalInt.empty() : OptionalInt.of(given.count(1));
    }

    private static Optional<Fields> section(Fields study, String name) {
        return study.node(name).map(node -> Fields.of(name, node, StudyKeys.under(name)));
    }

    private static Resources resources(Fields fields, Resources standard) {
        return new Resources(
                fields.get("cpus", given -> given.count(0)).orElse(standard.cpus()),
                fields.get("gpus", given -> given.count(0)).orElse(standard.gpus()),
                fields.get("memory", Words::size).orElse(standard.memoryBytes()));
    }

    private static Optional<Duration> timeout(Fields fields, Optional<Duration> standard) {
        return fields.get("timeout", given -> Words.isOff(given) ? Optional.<Duration>empty() : Optional.of(Words.duration(given)))
                .orElse(standard);
    }

    private static Retries retries(Fields fields, Retries standard) {
        return new Retries(
                fields.get("retries", given -> given.count(0)).orElse(standard.count()),
                fields.get("retry_pause", Words::duration).orElse(standard.pause()));
    }

    static void write(Settings settings, TreeBuilder study, Position at) {
        study.node("budget", BudgetForm.write(settings.budget(), at));
        settings.slots().ifPresent(slots -> study.whole("slots", slots));
        study.node("resources", resources(settings, at));
        var trial = new TreeBuilder(at);
        settings.timeout().ifPresent(span -> trial.text("timeout", DurationText.write(span)));
        trial.whole("retries", settings.retries().count());
        if (!settings.retries().pause().equals(Retries.NONE.pause())) {
            trial.text("retry_pause", DurationText.write(settings.retries().pause()));
        }
        trial.text("grace", DurationText.write(settings.grace()));
        trial.text("keep", Words.text(settings.keep()));
        study.node("trial", trial.build());
        ArtifactsForm.write(settings.artifacts(), study, at);
        RemarksForm.write(settings.remarks(), study);
    }

    private static Node resources(Settings settings, Position at) {
        var resources = new TreeBuilder(at).whole("cpus", settings.resources().cpus());
        if (settings.gpusStated() || settings.resources().gpus() > 0) {
            resources.whole("gpus", settings.resources().gpus());
        }
        if (settings.resources().memoryBytes() > 0) {
            resources.text("memory", SizeText.write(settings.resources().memoryBytes()));
        }
        return resources.build();
    }
}
