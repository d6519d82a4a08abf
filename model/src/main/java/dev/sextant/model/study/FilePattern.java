package dev.sextant.model.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Which files below a folder are meant: `model.pt`, `plots/`, `*.log`, `**/*.png`.
///
/// `*` stands for any part of a name, `?` for one character of it, `**` as a whole step for any number of folders, none included. A
/// pattern that fits a folder means all files in it.
///
/// @param text relative, with `/` between its steps
public record FilePattern(String text) {
    private static final int LONGEST = 500;
    private static final String FOLDERS = "**";

    public FilePattern {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A file pattern has 1 to %d characters.".formatted(LONGEST));
        }
        if (text.startsWith("/")) {
            throw new IllegalArgumentException("'%s' is absolute; files are named relative to the run folder.".formatted(text));
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A file pattern has no control characters.");
        }
        if (text.contains("[") || text.contains("{")) {
            throw new IllegalArgumentException("'%s': there are the wildcards *, ** and ?, but neither [ nor {.\nList several patterns instead.".formatted(text));
        }
        checkSteps(text);
    }

    private static void checkSteps(String text) {
        for (var step : steps(text)) {
            if (step.equals("..") || step.equals(".") || step.isEmpty()) {
                throw new IllegalArgumentException("'%s' has the step '%s'; files are named by the way down from the run folder to them.".formatted(text, step));
            }
            if (step.contains(FOLDERS) && !step.equals(FOLDERS)) {
                throw new IllegalArgumentException("'%s': ** is a step of its own, as in **/*.png.".formatted(text));
            }
        }
    }

    /// Without the empty step behind a `/` at the end.
    private static List<String> steps(String text) {
        return List.of((text.endsWith("/") ? text.substring(0, text.length() - 1) : text).split("/", -1));
    }

    /// What stands before the first `/`.
    public String firstStep() {
        return steps(text).getFirst();
    }

    /// Whether a file is meant.
    ///
    /// @param path relative, with `/` between its steps
    public boolean matches(String path) {
        var own = new ArrayList<>(steps(text));
        own.add(FOLDERS);
        return fits(own, List.of(path.split("/", -1)), FOLDERS::equals, FilePattern::fits);
    }

    private static boolean fits(String step, String name) {
        return fits(characters(step), characters(name), c -> c == '*', (c, other) -> c == '?' || c.equals(other));
    }

    private static List<Integer> characters(String text) {
        return Arrays.stream(text.codePoints().toArray()).boxed().toList();
    }

    /// Only the last wildcard is ever lengthened, which is enough: the time is at most that of pattern × text.
    private static <T> boolean fits(List<T> pattern, List<T> text, Predicate<T> isWild, BiPredicate<T, T> same) {
        int at = 0;
        int wild = -1;
        int behindWild = 0;
        int i = 0;
        while (i < text.size()) {
            if (at < pattern.size() && isWild.test(pattern.get(at))) {
                wild = at++;
                behindWild = i;
            } else if (at < pattern.size() && same.test(pattern.get(at), text.get(i))) {
                at++;
                i++;
            } else if (wild >= 0) {
                at = wild + 1;
                i = ++behindWild;
            } else {
                return false;
            }
        }
        return pattern.subList(at, pattern.size()).stream().allMatch(isWild);
    }
}
