package dev.sextant.wire.study;

import dev.sextant.model.space.SearchSpace;
import dev.sextant.model.study.Objective;
import dev.sextant.wire.tree.JsonWriter;
import dev.sextant.wire.tree.Source;
import java.util.List;
import java.util.regex.Pattern;

/// Names of studies that were given none. The same command always gets the same name.
public final class StudyName {
    private static final Pattern SCRIPT = Pattern.compile("[^-].*\\.(py|sh|R|r|jl|java|jar|pl|rb|lua|js|m|ipynb)");
    private static final Pattern ODD = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final int LONGEST_STEM = 80;

    private StudyName() {}

    /// The name of a study in a file: `lenet` for `configs/lenet.yaml`.
    public static String ofFile(String path) {
        return stem(path);
    }

    /// The name of a study on the command line: that of the program, and four hexadecimal digits of a hash of command,
    /// space and objectives: `train-3f0c`.
    public static String ofCommand(List<String> command, SearchSpace space, List<Objective> objectives) {
        var at = Source.file("", "").start();
        var whole = new TreeBuilder(at).texts("command", command).node("objective", ObjectiveForm.write(objectives, at));
        SpaceForm.write(space, whole, at);
        int hash = JsonWriter.write(whole.build()).hashCode();
        var program = command.stream().filter(w -> SCRIPT.matcher(w).matches()).findFirst()
                .orElseGet(() -> command.isEmpty() ? "study" : command.getFirst());
        return "%s-%04x".formatted(stem(program), (hash ^ (hash >>> 16)) & 0xFFFF);
    }

    private static String stem(String path) {
        var file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int point = file.lastIndexOf('.');
        var plain = ODD.matcher(point > 0 ? file.substring(0, point) : file).replaceAll("-").replaceFirst("^[._-]+", "");
        var brief = plain.substring(0, Math.min(plain.length(), LONGEST_STEM));
        return brief.isEmpty() ? "study" : brief;
    }
}
