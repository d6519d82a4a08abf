package dev.sextant.wire;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Settings;
import dev.sextant.wire.study.Circumstances;
import dev.sextant.wire.study.DomainText;
import dev.sextant.wire.study.PointsForm;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyFlags;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.text.SizeText;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.trial.TrialForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Wrong inputs with the messages that people get for them, on file so that every change of a message is seen and meant.
///
/// A file is a list of cases: a line `=== title`, the input, a line `-----`, the message. In the input, `␀ ␉ ␍ ␈` stand
/// for control characters that an editor would spoil.
final class WrongInputs {
    private static final StudyDraft SPACE = StudyDraft.yaml(Source.file("space", "space: {x: {real: [0, 1]}, n: {int: [1, 9]}, "
            + "act: {choice: [relu, tanh]}, k: {int: [2, 4], if: act == relu}}"));

    private WrongInputs() {}

    /// One wrong input.
    record Case(String title, String input, String message) {}

    static List<Case> cases(String file) {
        var cases = new ArrayList<Case>();
        for (var block : file.split("(?m)^=== ", -1)) {
            if (!block.isBlank()) {
                int title = block.indexOf('\n');
                int rule = block.indexOf("\n-----\n", title);
                cases.add(new Case(block.substring(0, title), control(block.substring(Math.min(title + 1, rule), rule)),
                        block.substring(rule + 7).stripTrailing()));
            }
        }
        return cases;
    }

    private static String control(String text) {
        return text.replace('␀', '\0').replace('␉', '\t').replace('␍', '\r').replace('␈', '\b');
    }

    /// What a form says to an input.
    static String message(String form, String input) {
        try {
            read(form, input);
            return "(accepted)";
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage()).stripTrailing();
        }
    }

    static void read(String form, String input) {
        switch (form) {
            case "study-file" -> study(StudyDraft.yaml(Source.file("study.yaml", input)));
            case "parameters" -> study(new StudyFlags().add("-p", input).draft());
            case "options" -> options(input);
            case "points" -> PointsForm.read(Source.file("points", input), space());
            case "json" -> JsonReader.read(Source.file("stdin", input));
            case "durations" -> DurationText.read(Source.argument("--time", input));
            case "sizes" -> SizeText.read(Source.argument("--memory", input));
            case "tell" -> TrialForm.metrics(JsonReader.read(Source.file("stdin", input)));
            case "ask" -> TrialForm.parameters(JsonReader.read(Source.file("stdin", input)));
            default -> throw new IllegalStateException("No form " + form);
        }
    }

    private static void options(String input) {
        var flags = new StudyFlags().add("-p", "x=0.0..1.0").command(List.of("true"));
        for (var line : input.split("\n", -1)) {
            flags.add(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        study(flags.draft());
    }

    static StudyForm.Understood study(StudyDraft draft) {
        return StudyForm.study(draft, new Circumstances("/work", "/work", Optional.of("study"), 1, Settings.STANDARD,
                name -> name.equals("bad.csv") ? Optional.of(Source.file(name, "x\n7\n")) : Optional.empty()));
    }

    static SearchSpace space() {
        return study(SPACE).spec().space();
    }

    static void checkDomain(String text) {
        DomainText.read(Source.argument("-p", text));
    }
}
