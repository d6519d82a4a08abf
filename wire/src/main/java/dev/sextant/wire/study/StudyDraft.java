package dev.sextant.wire.study;

import dev.sextant.wire.tree.JsonReader;
import dev.sextant.wire.tree.NewerFormException;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import dev.sextant.wire.tree.Source;
import dev.sextant.wire.tree.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was said about a study so far: any part may be missing, and each remembers where it was said. Drafts of a file
/// and of flags are [laid over each other][#over(StudyDraft)] before [StudyForm] makes a study of them. Immutable.
public final class StudyDraft {
    /// Nothing said.
    public static final StudyDraft EMPTY = new StudyDraft(new Node.Obj(List.of(), Source.file("study", "").start()));

    /// The parts whose members are said one by one; any other part is said as a whole.
    private static final Set<String> BY_MEMBER = Set.of("space", "arguments", "budget", "resources", "trial", "artifacts", "env");

    private final Node.Obj document;

    private StudyDraft(Node.Obj document) {
        this.document = document;
    }

    /// The study in a YAML file.
    ///
    /// @throws dev.sextant.wire.tree.FormException that shows the place if it is not YAML or has an unknown key
    public static StudyDraft yaml(Source source) {
        return of(YamlReader.read(source));
    }

    /// The study in a JSON document.
    ///
    /// @throws dev.sextant.wire.tree.FormException as [#yaml(Source)]
    public static StudyDraft json(Source source) {
        return of(JsonReader.read(source));
    }

    /// The study in a document.
    ///
    /// @throws dev.sextant.wire.tree.FormException if it is no object or has an unknown key
    public static StudyDraft of(Node document) {
        return new StudyDraft(Fields.of("A study", document, StudyKeys.under("")).object());
    }

    /// The study in a document that Sextant itself wrote.
    ///
    /// @throws NewerFormException if it has an unknown key
    public static StudyDraft stored(Node document) {
        if (document instanceof Node.Obj object) {
            object.members().stream().filter(m -> !StudyKeys.under("").contains(m.name())).findFirst().ifPresent(m -> {
                throw new NewerFormException(m.at(), "the key '%s' of a study".formatted(m.name()));
            });
        }
        return of(document);
    }

    /// All that was said, as a document.
    public Node.Obj document() {
        return document;
    }

    /// What was said for a key.
    ///
    /// @param path with points between the levels: `budget.trials`
    public Optional<Node> find(String path) {
        int point = path.indexOf('.');
        var top = document.find(point < 0 ? path : path.substring(0, point)).map(Node.Member::value);
        return point < 0 ? top : top.flatMap(node -> node instanceof Node.Obj object
                ? object.find(path.substring(point + 1)).map(Node.Member::value) : Optional.empty());
    }

    /// Where a key was given its value.
    public Optional<Position> at(String path) {
        return find(path).map(Node::at);
    }

    /// This draft, and where it says nothing, the other. Parameters, groups of arguments, environment variables and
    /// settings are laid over each other one by one; constraints and limits of both hold.
    public StudyDraft over(StudyDraft other) {
        var members = new LinkedHashMap<String, Node.Member>();
        other.document.members().forEach(m -> members.put(m.name(), m));
        document.members().forEach(m -> members.merge(m.name(), m, StudyDraft::merged));
        var place = document.members().isEmpty() ? other.document.at() : document.at();
        return new StudyDraft(new Node.Obj(List.copyOf(members.sequencedValues()), place));
    }

    private static Node.Member merged(Node.Member weaker, Node.Member stronger) {
        if (BY_MEMBER.contains(weaker.name())
                && weaker.value() instanceof Node.Obj below && stronger.value() instanceof Node.Obj above) {
            var members = new LinkedHashMap<String, Node.Member>();
            below.members().forEach(m -> members.put(m.name(), m));
            above.members().forEach(m -> members.put(m.name(), m));
            return new Node.Member(weaker.name(), new Node.Obj(List.copyOf(members.sequencedValues()), below.at()), weaker.at());
        }
        boolean isLimit = weaker.name().equals("limit");
        if (isLimit || (weaker.name().equals("require") && weaker.value() instanceof Node.Arr && stronger.value() instanceof Node.Arr)) {
            var items = new ArrayList<>(items(weaker.value()));
            items.addAll(items(stronger.value()));
            return new Node.Member(weaker.name(), new Node.Arr(items, weaker.value().at()), weaker.at());
        }
        return stronger;
    }

    private static List<Node> items(Node node) {
        return node instanceof Node.Arr list ? list.items() : List.of(node);
    }
}
