package dev.sextant.wire.study;

import dev.sextant.model.study.Artifacts.Bring;
import dev.sextant.model.study.Artifacts;
import dev.sextant.model.study.FilePattern;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.text.SizeText;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Position;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// `artifacts: [model.pt, plots/, "*.log"]`, or `{files: [model.pt], bring: all, most: 1GiB}`.
final class ArtifactsForm {
    private static final String KEY = "artifacts";

    private ArtifactsForm() {}

    /// What was said, and of `standard` that of which nothing was said.
    static Artifacts read(Node node, Artifacts standard) {
        if (node instanceof Node.Arr) {
            return made(new Named(KEY, node), () -> new Artifacts(files(new Named(KEY, node)), standard.bring(), standard.mostBytes()));
        }
        var fields = Fields.of(KEY, node, StudyKeys.under(KEY));
        return made(new Named(KEY, node), () -> new Artifacts(
                fields.get("files", ArtifactsForm::files).orElse(standard.files()),
                fields.get("bring", ArtifactsForm::bring).orElse(standard.bring()),
                fields.get("most", Words::size).orElse(standard.mostBytes())));
    }

    private static List<FilePattern> files(Named given) {
        return given.items(item -> made(item, () -> new FilePattern(item.text())));
    }

    private static Bring bring(Named given) {
        var word = given.text();
        return Arrays.stream(Bring.values()).filter(b -> text(b).equals(word)).findFirst()
                .orElseThrow(() -> Words.unknown(given, word, Arrays.stream(Bring.values()).map(ArtifactsForm::text).toList()));
    }

    private static String text(Bring bring) {
        return bring.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T made(Named given, Supplier<T> making) {
        return ParameterForm.domainOf(given.who(), given.node().at(), making);
    }

    /// Nothing where there are none; a list where nothing else was said.
    static void write(Artifacts artifacts, TreeBuilder study, Position at) {
        var texts = artifacts.files().stream().map(FilePattern::text).toList();
        boolean plain = artifacts.bring() == Artifacts.NONE.bring() && artifacts.mostBytes() == Artifacts.NONE.mostBytes();
        if (plain && !texts.isEmpty()) {
            study.texts(KEY, texts);
        } else if (!plain) {
            study.node(KEY, new TreeBuilder(at).texts("files", texts).text("bring", text(artifacts.bring()))
                    .text("most", SizeText.write(artifacts.mostBytes())).build());
        }
    }
}
