package dev.sextant.wire.study;

import dev.sextant.model.study.Duplicates;
import dev.sextant.model.study.Keep;
import dev.sextant.model.study.Program.Take;
import dev.sextant.model.text.Nearest;
import dev.sextant.wire.study.Fields.Named;
import dev.sextant.wire.text.DurationText;
import dev.sextant.wire.text.SizeText;
import dev.sextant.wire.tree.FormException;
import dev.sextant.wire.tree.Node;
import dev.sextant.wire.tree.Source;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Settings that are said in a word: `off`, `30m`, `8GiB`, `best:3`, `allow:2`, `last`.
final class Words {
    private static final Pattern COUNTED = Pattern.compile("([a-z]+):([1-9][0-9]{0,8})");

    private Words() {}

    static boolean isOff(Named given) {
        return given.node() instanceof Node.Text(String text, _) && text.equals("off");
    }

    static Duration duration(Named given) {
        var text = given.word();
        try {
            return DurationText.read(Source.argument(given.who(), text));
        } catch (FormException mistake) {
            throw given.node().at().error("%s: %s".formatted(given.who(), mistake.rule()));
        }
    }

    static long size(Named given) {
        var text = given.word();
        try {
            return SizeText.read(Source.argument(given.who(), text));
        } catch (FormException mistake) {
            throw given.node().at().error("%s: %s".formatted(given.who(), mistake.rule()));
        }
    }

    static Keep keep(Named given) {
        var word = given.text();
        return switch (word) {
            case "all" -> new Keep.All();
            case "failed" -> new Keep.Failed();
            case "none" -> new Keep.None();
            default -> new Keep.Best(counted(given, word, "best", List.of("all", "failed", "best:N", "none")));
        };
    }

    static String text(Keep keep) {
        return switch (keep) {
            case Keep.All _ -> "all";
            case Keep.Failed _ -> "failed";
            case Keep.Best(int count) -> "best:" + count;
            case Keep.None _ -> "none";
        };
    }

    static Duplicates duplicates(Named given) {
        var word = given.text();
        return switch (word) {
            case "forbid" -> new Duplicates.Forbid();
            case "reuse" -> new Duplicates.Reuse();
            default -> new Duplicates.Allow(counted(given, word, "allow", List.of("forbid", "reuse", "allow:N")));
        };
    }

    static String text(Duplicates duplicates) {
        return switch (duplicates) {
            case Duplicates.Forbid _ -> "forbid";
            case Duplicates.Reuse _ -> "reuse";
            case Duplicates.Allow(int times) -> "allow:" + times;
        };
    }

    static Take take(Named given) {
        var word = given.text();
        return Arrays.stream(Take.values()).filter(t -> text(t).equals(word)).findFirst().orElseThrow(
                () -> unknown(given, word, Arrays.stream(Take.values()).map(Words::text).toList()));
    }

    static String text(Take take) {
        return take.name().toLowerCase(Locale.ROOT);
    }

    private static int counted(Named given, String word, String wanted, List<String> allowed) {
        var counted = COUNTED.matcher(word);
        if (counted.matches() && counted.group(1).equals(wanted)) {
            return Integer.parseInt(counted.group(2));
        }
        throw unknown(given, word, allowed);
    }

    /// That a word is none of those allowed.
    static FormException unknown(Named given, String word, List<String> allowed) {
        var question = Nearest.question(word, allowed).map(q -> "\n" + q).orElse("");
        return given.node().at().error("%s must be one of %s, not %s.%s".formatted(given.who(),
                allowed.stream().collect(Collectors.joining(", ")), given.node().shown(), question));
    }
}
