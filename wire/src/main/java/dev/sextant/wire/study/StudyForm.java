package dev.sextant.wire.study;

import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.FidelityRange;
import dev.sextant.model.study.Objective;
import dev.sextant.model.study.OutcomeLimit;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.study.StudySpec;
import dev.sextant.model.space.SearchSpace;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns what was said into a study, and a study into a document that says it. Every key of
/// `docs/reference/study-file.md`; the same document is a YAML file, the `create` line of `pipe`, and what is stored.
public final class StudyForm {
    private static final Objective STANDARD = new Objective("FoM", Objective.Goal.MIN);

    private StudyForm() {}

    /// A study that was understood.
    ///
    /// @param notices what may surprise the user, one line each
    public record Understood(StudySpec spec, Settings settings, List<String> notices) {
        public Understood {
            notices = List.copyOf(notices);
        }
    }

    /// The study that a draft says in its circumstances.
    ///
    /// @throws dev.sextant.wire.tree.FormException that shows the place if it says none
    public static Understood study(StudyDraft draft, Circumstances place) {
        return study(draft, place, 1);
    }

    /// The study with a version of its space, as it is stored.
    ///
    /// @throws dev.sextant.wire.tree.FormException that shows the place if the draft says none
    public static Understood study(StudyDraft draft, Circumstances place, int version) {
        var fields = fields(draft);
        var notices = new ArrayList<String>();
        var space = SpaceForm.read(fields, version, notices::add);
        var objectives = fields.node("objective").map(ObjectiveForm::read).orElse(List.of(STANDARD));
        var program = ProgramForm.read(fields, place);
        var metrics = draft.at("record").or(() -> draft.at("objective")).orElse(draft.document().at());
        var spec = ParameterForm.located(metrics, () -> new StudySpec(
                name(fields, place, program, space, objectives), space, objectives, recorded(fields), LimitForm.read(fields),
                fields.node("strategy").map(new StrategyForm(space, place.files())::read).orElse(StrategySpec.of("auto")),
                fields.node("seed").map(n -> new Named("seed", n).whole(Long.MIN_VALUE, Long.MAX_VALUE)).orElse(place.seed()),
                fields.node("duplicates").map(n -> Words.duplicates(new Named("duplicates", n))).orElse(new Duplicates.Forbid()),
                fields.node("fidelity").map(n -> fidelity(n, space)),
                fields.node("stopping").flatMap(StoppingForm::read), program, warmStart(fields)));
        return new Understood(spec, SettingsForm.read(fields, place.settings()), notices);
    }

    /// The settings that a draft says, and those of `standard` of which it says nothing; whatever else it says is not
    /// looked at.
    public static Settings settings(StudyDraft draft, Settings standard) {
        return SettingsForm.read(fields(draft), standard);
    }

    private static Fields fields(StudyDraft draft) {
        return new Fields("", draft.document());
    }

    private static String name(Fields fields, Circumstances place, Optional<Program> program, SearchSpace space,
            List<Objective> objectives) {
        var given = fields.node("study").map(node -> new Named("study", node));
        return given.map(StudyForm::checkedName).or(place::name).orElseGet(
                () -> StudyName.ofCommand(program.map(Program::command).orElse(List.of()), space, objectives));
    }

    private static String checkedName(Named given) {
        var name = given.word();
        return ParameterForm.located(given.node().at(), () -> {
            StudySpec.checkName(name);
            return name;
        });
    }

    private static List<String> recorded(Fields fields) {
        return fields.node("record").map(n -> new Named("record", n).items(ObjectiveForm::metric)).orElse(List.of());
    }

    private static List<String> warmStart(Fields fields) {
        var named = fields.node("warm_start").map(n -> new Named("warm_start", n).items()).orElse(List.of());
        var names = named.stream().map(StudyForm::checkedName).toList();
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                throw named.get(i).node().at().error("warm_start: study '%s' is named twice.".formatted(names.get(i)));
            }
        }
        return names;
    }

    private static FidelityRange fidelity(Node node, SearchSpace space) {
        var fields = Fields.of("fidelity", node, StudyKeys.under("fidelity"));
        var example = "{name: epochs, min: 1, max: 27}";
        var name = fields.get("name", Named::text).orElseThrow(() -> fields.missing("name", example));
        if (space.find(name).isPresent()) {
            throw node.at().error("fidelity '%s' is a parameter of the space too.\nLeave it out of the space.".formatted(name));
        }
        return ParameterForm.located(node.at(), () -> new FidelityRange(name,
                fields.get("min", n -> n.whole(1, Long.MAX_VALUE)).orElseThrow(() -> fields.missing("min", example)),
                fields.get("max", n -> n.whole(1, Long.MAX_VALUE)).orElseThrow(() -> fields.missing("max", example))));
    }

    /// The document that says a study; [#study] reads it back as the same study where its program has its folders.
    public static Node.Obj write(StudySpec spec, Settings settings) {
        var at = Source.file("study '%s'".formatted(spec.name()), "").start();
        var study = new TreeBuilder(at).text("study", spec.name());
        spec.program().ifPresent(program -> ProgramForm.write(program, study, at));
        SpaceForm.write(spec.space(), study, at);
        study.node("objective", ObjectiveForm.write(spec.objectives(), at));
        if (!spec.recorded().isEmpty()) {
            study.texts("record", spec.recorded());
        }
        if (!spec.limits().isEmpty()) {
            study.texts("limit", spec.limits().stream().map(OutcomeLimit::toString).toList());
        }
        study.node("strategy", StrategyForm.write(spec.strategy(), at));
        study.whole("seed", spec.seed());
        study.text("duplicates", Words.text(spec.duplicates()));
        spec.fidelity().ifPresent(f -> study.node("fidelity", fidelity(f, at)));
        spec.stopping().ifPresent(rule -> study.node("stopping", StrategyForm.write(rule, at)));
        if (!spec.warmStart().isEmpty()) {
            study.texts("warm_start", spec.warmStart());
        }
        SettingsForm.write(settings, study, at);
        return study.build();
    }

    private static Node fidelity(FidelityRange range, Position at) {
        return new TreeBuilder(at).text("name", range.name()).whole("min", range.min()).whole("max", range.max()).build();
    }

    /// The document that says settings alone.
    public static Node.Obj write(Settings settings) {
        var at = Source.file("settings", "").start();
        var study = new TreeBuilder(at);
        SettingsForm.write(settings, study, at);
        return study.build();
    }

    /// The study as a YAML file.
    public static String yaml(StudySpec spec, Settings settings) {
        return YamlWriter.write(write(spec, settings));
    }
}
