package dev.sextant.strategy.settings;

import dev.sextant.model.space.Discrete;
import dev.sextant.model.study.StrategySpec;
import dev.sextant.model.text.Nearest;
import dev.sextant.model.value.Numbers;
import dev.sextant.model.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// The settings of one strategy or stopping rule, read key by key and checked; what was never asked for is refused at the end.
///
/// Not thread-safe.
public final class Knobs {
    private final String kind;
    private final StrategySpec spec;
    private final SequencedSet<String> known = new LinkedHashSet<>();

    public Knobs(StrategySpec spec) {
        this("Strategy", spec);
    }

    private Knobs(String kind, StrategySpec spec) {
        this.kind = kind;
        this.spec = spec;
    }

    /// The settings of a stopping rule.
    public static Knobs ofRule(StrategySpec spec) {
        return new Knobs("Stopping rule", spec);
    }

    /// A whole number.
    ///
    /// @param standard what holds if the user said nothing
    /// @param least the smallest allowed
    /// @param most the largest allowed
    public int whole(String key, int standard, int least, int most) {
        return value(key).map(given -> switch (given) {
            case Value.Int(long number) when number >= least && number <= most -> (int) number;
            default -> throw wrong(key, given, "a whole number from %d to %d".formatted(least, most));
        }).orElse(standard);
    }

    /// A number from 0 to 1.
    public double fraction(String key, double standard) {
        return value(key).map(given -> switch (given) {
            case Value.Int(long number) when number == 0 || number == 1 -> (double) number;
            case Value.Real(double number) when number >= 0 && number <= 1 -> number;
            default -> throw wrong(key, given, "a number from 0 to 1");
        }).orElse(standard);
    }

    /// A number.
    ///
    /// @param standard what holds if the user said nothing
    /// @param least the smallest allowed
    /// @param most the largest allowed
    public double real(String key, double standard, double least, double most) {
        return value(key).map(given -> {
            double number = given instanceof Value.Int || given instanceof Value.Real ? Discrete.number(given) : Double.NaN;
            if (number >= least && number <= most) {
                return number;
            }
            throw wrong(key, given, "a number from %s to %s".formatted(Numbers.text(least), Numbers.text(most)));
        }).orElse(standard);
    }

    /// One of some words.
    ///
    /// @param standard what holds if the user said nothing
    public String word(String key, String standard, List<String> allowed) {
        return value(key).map(given -> {
            if (allowed.contains(given.text())) {
                return given.text();
            }
            throw wrong(key, given, "one of " + String.join(", ", allowed));
        }).orElse(standard);
    }

    /// `true` or `false`.
    public boolean flag(String key, boolean standard) {
        return value(key).map(given -> switch (given) {
            case Value.Flag(boolean on) -> on;
            default -> throw wrong(key, given, "true or false");
        }).orElse(standard);
    }

    /// A text, or anything else as it was written; empty if the user said nothing.
    public Optional<String> text(String key) {
        return value(key).map(Value::text);
    }

    /// A word.
    public String word(String key, String standard) {
        return value(key).map(given -> switch (given) {
            case Value.Text(String text) -> text;
            default -> throw wrong(key, given, "a word");
        }).orElse(standard);
    }

    private Optional<Value> value(String key) {
        known.add(key);
        return Optional.ofNullable(spec.settings().get(key));
    }

    private IllegalArgumentException wrong(String key, Value given, String allowed) {
        String text = given instanceof Value.Real(double number) ? Numbers.text(number) : given.text();
        return new IllegalArgumentException("%s '%s': %s is %s; it must be %s.".formatted(kind, spec.name(), key, text, allowed));
    }

    /// Refuses every setting that no call has asked for, and a list of configurations.
    ///
    /// @throws IllegalArgumentException that names the allowed keys
    public void noOthers() {
        if (!spec.given().isEmpty()) {
            throw new IllegalArgumentException("""
                    %s '%s' takes no list of configurations.
                    Perhaps you meant the strategy 'list'?""".formatted(kind, spec.name()));
        }
        noOtherKeys();
    }

    /// Refuses every setting that no call has asked for.
    ///
    /// @throws IllegalArgumentException that names the allowed keys
    public void noOtherKeys() {
        for (String key : spec.settings().sequencedKeySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException("%s '%s' has no setting '%s'; it has %s.%s".formatted(
                        kind, spec.name(), key, known.isEmpty() ? "none" : String.join(", ", known),
                        Nearest.question(key, known).map("\n"::concat).orElse("")));
            }
        }
    }
}
