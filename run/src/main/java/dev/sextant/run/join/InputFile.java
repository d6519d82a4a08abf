package dev.sextant.run.join;

import dev.sextant.wire.tree.Node;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// One file that a study needs, as the server lists it.
///
/// @param place relative path beside the program, which stays in its folder
/// @param size in bytes
/// @param sha256 64 lower-case hexadecimal digits
record InputFile(Path place, long size, String sha256, boolean executable) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /// @throws IllegalArgumentException if it is not what a server may say
    static InputFile of(Node node) {
        if (node instanceof Node.Obj file && member(file, "path") instanceof Node.Text(String path, _) && member(file, "size") instanceof Node.Num size
                && size.isWhole() && size.literal().length() < 19 && member(file, "sha256") instanceof Node.Text(String digest, _)
                && DIGEST.matcher(digest).matches() && member(file, "executable") instanceof Node.Bool(boolean executable, _)) {
            return new InputFile(inside(path), Long.parseLong(size.literal()), digest, executable);
        }
        throw new IllegalArgumentException("The server lists an input that cannot be understood: %s.".formatted(node.shown()));
    }

    private static Node member(Node.Obj file, String name) {
        return file.find(name).map(Node.Member::value).orElse(file);
    }

    private static Path inside(String path) {
        var place = Path.of(path);
        if (path.isEmpty() || place.isAbsolute() || !place.equals(place.normalize()) || place.startsWith("..")) {
            throw new IllegalArgumentException("The server lists the input '%s', which would lie outside of the run folder.".formatted(path));
        }
        return place;
    }

    /// Its name in a cache, where files that hold the same are one.
    String name() {
        return executable ? sha256 + ".x" : sha256;
    }
}
