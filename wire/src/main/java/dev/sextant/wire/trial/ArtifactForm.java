package dev.sextant.wire.trial;

import dev.sextant.model.trial.Artifact;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Node;
import java.util.List;

/// The JSON of an artifact: `{"name":"plots/loss.png","size":1234,"sha256":"…"}`.
public final class ArtifactForm {
    private static final List<String> MEMBERS = List.of("name", "size", "sha256");

    private ArtifactForm() {}

    /// Artifacts as the next value of a document, a list.
    public static void write(List<Artifact> artifacts, JsonWriter json) {
        json.startList();
        artifacts.forEach(artifact -> {
            members(artifact, json.startObject());
            json.endObject();
        });
        json.endList();
    }

    /// The members of an artifact, for an object that says more of it.
    public static void members(Artifact artifact, JsonWriter json) {
        json.name("name").text(artifact.name()).name("size").whole(artifact.size()).name("sha256").text(artifact.sha256());
    }

    /// Reads a list.
    ///
    /// @throws dev.sextant.wire.tree.FormException that shows what is not as it must be
    public static List<Artifact> read(Node list) {
        if (list instanceof Node.Arr(List<Node> items, _)) {
            return items.stream().map(ArtifactForm::artifact).toList();
        }
        throw list.at().error("Artifacts are a list, not %s.".formatted(list.shown()));
    }

    private static Artifact artifact(Node node) {
        if (node instanceof Node.Obj object && object.members().stream().allMatch(m -> MEMBERS.contains(m.name()))
                && member(object, "name") instanceof Node.Text(String name, _) && member(object, "sha256") instanceof Node.Text(String sha256, _)
                && member(object, "size") instanceof Node.Num size && size.isWhole() && size.literal().length() <= 18) {
            try {
                return new Artifact(name, Long.parseLong(size.literal()), sha256);
            } catch (IllegalArgumentException wrong) {
                throw node.at().error(String.valueOf(wrong.getMessage()));
            }
        }
        throw node.at().error("An artifact is {\"name\":…,\"size\":…,\"sha256\":…}, not %s.".formatted(node.shown()));
    }

    private static Node member(Node.Obj object, String name) {
        return object.find(name).map(Node.Member::value).orElse(object);
    }
}
