package dev.sextant.run.figure;

import dev.sextant.model.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Figures found by a regular expression of the user, for programs nobody may change.
///
/// One group is the value of the study's only metric; named groups are metrics, and `step`. Names are written as in Java or
/// Python (`(?<loss>…)`, `(?P<val_loss>…)`) and may have `_`, `.` and `-`. The last match of a line counts. A line is looked
/// at up to [#LONGEST_LINE] characters. Matching may take [#STEPS_A_CHARACTER] steps for each character printed, with some
/// credit to begin with; an expression that needs more is given up and the trial fails, saying so. Not thread-safe.
final class PatternFigures implements LineReading {
    static final int LONGEST_LINE = 4096;
    static final int STEPS_A_CHARACTER = 1000;

    private static final long CREDIT = 20_000_000;
    private static final Pattern NAMED_GROUP = Pattern.compile("(?<!\\\\)\\(\\?P?<([A-Za-z_][A-Za-z0-9_.-]*)>");
    private static final String STEP = "step";

    private final String source;
    private final Pattern pattern;
    private final SequencedMap<String, Integer> groups;
    private long credit = CREDIT;
    private boolean gaveUp;

    private PatternFigures(String source, Pattern pattern, SequencedMap<String, Integer> groups) {
        this.source = source;
        this.pattern = pattern;
        this.groups = groups;
    }

    /// Understands an expression.
    ///
    /// @throws IllegalArgumentException with a message for the user, if it is wrong or names what is no metric
    static PatternFigures of(String source, List<String> metrics) {
        var names = new LinkedHashMap<String, String>();
        var plain = NAMED_GROUP.matcher(source).replaceAll(found -> "(?<g" + number(names, found.group(1)) + ">");
        var pattern = compile(source, plain);
        var groups = names.isEmpty() ? onlyGroup(source, pattern, metrics) : namedGroups(source, pattern, names, metrics);
        return new PatternFigures(source, pattern, groups);
    }

    private static int number(SequencedMap<String, String> names, String name) {
        if (names.putIfAbsent(name, "g" + names.size()) != null) {
            throw new IllegalArgumentException("--pattern: the group '%s' is there twice; a name can be used once.".formatted(name));
        }
        return names.size() - 1;
    }

    private static Pattern compile(String source, String plain) {
        try {
            return Pattern.compile(plain);
        } catch (PatternSyntaxException wrong) {
            throw new IllegalArgumentException("--pattern '%s' is not a regular expression: %s.".formatted(source, wrong.getDescription()), wrong);
        }
    }

    private static SequencedMap<String, Integer> onlyGroup(String source, Pattern pattern, List<String> metrics) {
        int count = pattern.matcher("").groupCount();
        if (count != 1) {
            throw new IllegalArgumentException("""
                    --pattern '%s' has %d groups; one is needed, around the number, or named groups.
                    Parentheses that only group are written (?:…).""".formatted(source, count));
        }
        if (metrics.size() > 1) {
            throw new IllegalArgumentException("""
                    --pattern '%s' has one group without a name, but the study has %d metrics: %s.
                    Name the groups: (?<%s>…).""".formatted(source, metrics.size(), String.join(", ", metrics), metrics.getFirst()));
        }
        var groups = new LinkedHashMap<String, Integer>();
        groups.put(metrics.getFirst(), 1);
        return groups;
    }

    private static SequencedMap<String, Integer> namedGroups(String source, Pattern pattern, SequencedMap<String, String> names, List<String> metrics) {
        var groups = new LinkedHashMap<String, Integer>();
        names.forEach((name, group) -> {
            if (!metrics.contains(name) && !name.equals(STEP)) {
                throw new IllegalArgumentException("--pattern '%s': the group '%s' is no metric of the study (%s) and not 'step'.%s"
                        .formatted(source, name, String.join(", ", metrics), Nearest.question(name, metrics).map("\n"::concat).orElse("")));
            }
            groups.put(name, pattern.namedGroups().get(group));
        });
        return groups;
    }

    @Override
    public boolean needsSeparator() {
        return false;
    }

    @Override
    public Optional<Reading> read(Line line) {
        if (gaveUp) {
            return Optional.empty();
        }
        var text = line.text(LONGEST_LINE);
        var metered = new MeteredText(text, credit + (long) STEPS_A_CHARACTER * text.length());
        try {
            var reading = read(pattern.matcher(metered));
            credit = Math.min(CREDIT, metered.left());
            return reading;
        } catch (MeteredText.Spent | StackOverflowError tooCostly) {
            gaveUp = true;
            return Optional.empty();
        }
    }

    private Optional<Reading> read(Matcher matcher) {
        var values = new LinkedHashMap<String, Double>();
        var step = OptionalLong.empty();
        while (matcher.find()) {
            for (var group : groups.entrySet()) {
                var number = Optional.ofNullable(matcher.group(group.getValue())).map(Numbers::parse);
                if (number.isPresent() && number.get().isPresent()) {
                    double value = number.get().getAsDouble();
                    if (group.getKey().equals(STEP)) {
                        step = OptionalLong.of((long) value);
                    } else {
                        values.putLast(group.getKey(), value);
                    }
                }
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Reading(step, values));
    }

    @Override
    public Optional<String> trouble() {
        return gaveUp ? Optional.of("the pattern '%s' takes too long on this output".formatted(source)) : Optional.empty();
    }
}
