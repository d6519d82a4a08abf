package dev.sextant.wire.event;

import dev.sextant.model.event.StudyEvent;
import dev.sextant.model.study.Program;
import dev.sextant.model.study.Settings;
import dev.sextant.model.study.StudySpec;
import dev.sextant.wire.study.Circumstances;
import dev.sextant.wire.study.StudyDraft;
import dev.sextant.wire.study.StudyForm.Understood;
import dev.sextant.wire.study.StudyForm;
import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.NewerFormException;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.util.List;
import java.util.Optional;

/// The events that carry what the user said, as the document of a study file, and beside it what no file says: where
/// the program starts, the version of the space, whether the number of GPUs was the user's word.
final class SettingEvents {
    private static final List<String> CREATED = List.of("spec", "directory", "home", "space_version", "gpus_stated");
    private static final List<String> CHANGED = List.of("settings", "gpus_stated");

    private SettingEvents() {}

    static void write(StudyEvent.Created created, JsonWriter json) {
        write(created.spec(), created.settings(), json);
    }

    static void write(StudyEvent.Evolved evolved, JsonWriter json) {
        write(evolved.spec(), evolved.settings(), json);
    }

    private static void write(StudySpec spec, Settings settings, JsonWriter json) {
        json.name("spec").node(StudyForm.write(spec, settings));
        json.name("directory").text(spec.program().map(Program::directory).orElse(""));
        json.name("home").text(spec.program().map(Program::home).orElse(""));
        json.name("space_version").whole(spec.space().version());
        json.name("gpus_stated").flag(settings.gpusStated());
    }

    static void write(StudyEvent.Changed changed, JsonWriter json) {
        json.name("settings").node(StudyForm.write(changed.settings()));
        json.name("gpus_stated").flag(changed.settings().gpusStated());
    }

    static StudyEvent.Created created(Source source) {
        var study = study(event("created", source, CREATED));
        return new StudyEvent.Created(study.spec(), study.settings());
    }

    static StudyEvent.Evolved evolved(Source source) {
        var study = study(event("evolved", source, CREATED));
        return new StudyEvent.Evolved(study.spec(), study.settings());
    }

    private static Understood study(Node.Obj event) {
        var place = new Circumstances(text(event, "directory"), text(event, "home"), Optional.empty(), 0,
                Settings.STANDARD, _ -> Optional.empty());
        var study = StudyForm.study(draft(member(event, "spec")), place, version(event));
        return new Understood(study.spec(), stated(study.settings(), event), study.notices());
    }

    static StudyEvent.Changed changed(Source source) {
        var event = event("changed", source, CHANGED);
        return new StudyEvent.Changed(stated(StudyForm.settings(draft(member(event, "settings")), Settings.STANDARD), event));
    }

    private static Node.Obj event(String kind, Source source, List<String> known) {
        if (!(JsonReader.read(source) instanceof Node.Obj event)) {
            throw source.start().error("The event '%s' is no object; the study is damaged.".formatted(kind));
        }
        event.members().stream().filter(m -> !known.contains(m.name())).findFirst().ifPresent(m -> {
            throw new NewerFormException(m.at(), "the member '%s' of an event '%s'".formatted(m.name(), kind));
        });
        return event;
    }

    private static StudyDraft draft(Node document) {
        return StudyDraft.stored(document);
    }

    private static Node member(Node.Obj event, String name) {
        return event.find(name).map(Node.Member::value).orElseThrow(
                () -> event.at().error("The event has no member '%s'; the study is damaged.".formatted(name)));
    }

    private static String text(Node.Obj event, String name) {
        if (member(event, name) instanceof Node.Text(String text, _)) {
            return text;
        }
        throw member(event, name).at().error("'%s' must be a text; the study is damaged.".formatted(name));
    }

    private static int version(Node.Obj event) {
        if (member(event, "space_version") instanceof Node.Num number && number.isWhole() && number.literal().length() < 10) {
            return Integer.parseInt(number.literal());
        }
        throw member(event, "space_version").at().error("'space_version' must be a whole number; the study is damaged.");
    }

    private static Settings stated(Settings settings, Node.Obj event) {
        if (member(event, "gpus_stated") instanceof Node.Bool(boolean stated, _)) {
            return new Settings(settings.budget(), settings.slots(), settings.resources(), stated, settings.timeout(),
                    settings.retries(), settings.grace(), settings.keep(), settings.artifacts(), settings.remarks());
        }
        throw member(event, "gpus_stated").at().error("'gpus_stated' must be true or false; the study is damaged.");
    }
}
