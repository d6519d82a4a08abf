package dev.sextant.wire.study;

import dev.sextant.model.study.Remarks;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.tree.Node;
import java.util.List;

/// `note: "with the new loss"`, `tags: [vision, night]`; an empty text and an empty list take away what was there.
final class RemarksForm {
    private RemarksForm() {}

    /// What was said, and of `standard` that of which nothing was said.
    static Remarks read(Fields study, Remarks standard) {
        var note = study.get("note", given -> given.node() instanceof Node.Text(String text, _) && text.isEmpty() ? "" : checked(given, given.text(), List.of()).note());
        var tags = study.get("tags", given -> checked(given, "", given.items(Named::word)).tags());
        return new Remarks(note.orElse(standard.note()), tags.orElse(standard.tags()));
    }

    private static Remarks checked(Named given, String note, List<String> tags) {
        return ParameterForm.domainOf(given.who(), given.node().at(), () -> new Remarks(note, tags));
    }

    static void write(Remarks remarks, TreeBuilder study) {
        if (!remarks.note().isEmpty()) {
            study.text("note", remarks.note());
        }
        if (!remarks.tags().isEmpty()) {
            study.texts("tags", remarks.tags());
        }
    }
}
