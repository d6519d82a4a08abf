package dev.sextant.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The name of a study whose user gave none: the same command line gets the same name, so that it continues the same
/// study.
final class StudyNaming {
    private static final Pattern INTERPRETER = Pattern.compile("(python|pypy|perl|ruby|node|Rscript|julia|java|sh|bash|zsh|env)[0-9.]*");
    private static final int LONGEST = 90;

    private StudyNaming() {}

    /// After a file: `examples/lenet.yaml` is `lenet`.
    static String ofFile(Path file) {
        return clean(stem(file.getFileName().toString()));
    }

    /// After the program, and four hexadecimal digits that tell command, space and objectives apart.
    ///
    /// @param identity the text of command, space and objectives
    static String ofCommand(List<String> command, String identity) {
        var hash = new CRC32();
        hash.update(identity.getBytes(StandardCharsets.UTF_8));
        return "%s-%04x".formatted(clean(program(command)), (hash.getValue() ^ hash.getValue() >>> 16) & 0xffff);
    }

    /// `train` for `python3 train.py`, `sh` for `sh -c …`.
    private static String program(List<String> command) {
        if (command.isEmpty()) {
            return "study";
        }
        var first = Path.of(command.getFirst()).getFileName();
        var name = first == null ? "study" : first.toString();
        if (command.size() > 1 && INTERPRETER.matcher(name).matches() && isFileName(command.get(1))) {
            return stem(Path.of(command.get(1)).getFileName().toString());
        }
        return stem(name);
    }

    private static boolean isFileName(String word) {
        return !word.startsWith("-") && !word.contains("{") && Path.of(word).getFileName() != null && !word.isBlank();
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// Only what a study name may have.
    private static String clean(String name) {
        var cleaned = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        return cleaned.isEmpty() ? "study" : cleaned.substring(0, Math.min(LONGEST, cleaned.length()));
    }
}
