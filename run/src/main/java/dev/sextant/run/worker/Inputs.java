package dev.sextant.run.worker;

import dev.sextant.model.study.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The inputs of a study and the places in a run folder that they are linked from.
///
/// An input keeps its place relative to the study file; one from outside its folder keeps its name.
///
/// @param links none where programs do not start in their run folder
public record Inputs(List<Link> links) {
    /// One input.
    ///
    /// @param given as the user wrote it
    /// @param target absolute path of what is linked
    /// @param place relative to the run folder
    public record Link(String given, Path target, Path place) {}

    public Inputs {
        links = List.copyOf(links);
    }

    /// Looks at the inputs of a program.
    ///
    /// @throws IllegalArgumentException with a message for the user, if one is missing, or two places are in each other's way
    ///     or in that of Sextant's own files
    static Inputs of(Program program) {
        var home = Path.of(program.home()).toAbsolutePath().normalize();
        var links = new ArrayList<Link>();
        for (var input : program.inputs()) {
            var target = home.resolve(input).normalize();
            if (Files.notExists(target)) {
                throw new IllegalArgumentException("inputs: '%s' does not exist; inputs are seen from '%s'.".formatted(target, home));
            }
            if (program.inRunFolder()) {
                var link = new Link(input, target, place(home, input, target));
                links.forEach(other -> checkApart(other, link));
                links.add(link);
            }
        }
        return new Inputs(links);
    }

    private static Path place(Path home, String input, Path target) {
        if (target.equals(home) || target.getNameCount() == 0) {
            throw new IllegalArgumentException("""
                    inputs: '%s' is the whole folder '%s', which cannot be put into the run folder.
                    List the files and folders in it that the program needs.""".formatted(input, target));
        }
        var place = target.startsWith(home) ? home.relativize(target) : target.getFileName();
        if (RunFolder.isOwn(place.getName(0).toString())) {
            throw new IllegalArgumentException("""
                    inputs: '%s' would be '%s' in the run folder, where Sextant itself keeps '%s'.
                    Give it another name, or leave 'workdir: run' out and read it where it lies.""".formatted(input, place, place.getName(0)));
        }
        return place;
    }

    private static void checkApart(Link one, Link other) {
        if (one.place.equals(other.place)) {
            throw new IllegalArgumentException("inputs: '%s' and '%s' would both be '%s' in the run folder.\n%s".formatted(one.given, other.given, one.place,
                    one.target.equals(other.target) ? "List it once." : "Give one of them another name."));
        }
        if (one.place.startsWith(other.place) || other.place.startsWith(one.place)) {
            boolean holdsOther = other.place.startsWith(one.place);
            var whole = holdsOther ? one : other;
            var part = holdsOther ? other : one;
            throw new IllegalArgumentException("inputs: '%s' lies in '%s', which is an input as a whole.\nLeave '%s' out."
                    .formatted(part.given, whole.given, part.given));
        }
    }

    /// Links all of them into a run folder.
    void linkInto(Path folder) throws IOException {
        for (var link : links) {
            var place = folder.resolve(link.place);
            if (link.place.getNameCount() > 1) {
                Files.createDirectories(place.getParent());
            }
            Files.createSymbolicLink(place, link.target);
        }
    }
}
