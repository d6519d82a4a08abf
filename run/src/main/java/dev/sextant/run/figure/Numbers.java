package dev.sextant.run.figure;

import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers as programs print them: `3`, `-.5`, `1e-05`, `NaN`, `inf`.
final class Numbers {
    /// More characters than the longest exact decimal form that a program prints.
    private static final int LONGEST = 400;

    private Numbers() {}

    /// The number that starts at a position. It must stand alone: what follows may not be a letter, digit or `_`, nor a point
    /// or comma with a digit behind it, so that `1.2.3`, `0x1f` and `1,234` are not read as something they are not.
    static OptionalDouble at(Line line, int start) {
        int unsigned = line.at(start) == '+' || line.at(start) == '-' ? start + 1 : start;
        int end = line.digitAt(unsigned) || line.at(unsigned) == '.' ? afterDecimal(line, unsigned) : afterWord(line, unsigned);
        if (end == unsigned || end - start > LONGEST || !standsAlone(line, end)) {
            return OptionalDouble.empty();
        }
        return parse(line.text(start, end));
    }

    /// The number that a whole text is; empty if it is none.
    static OptionalDouble parse(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        var sign = word.startsWith("-") ? -1.0 : 1.0;
        var bare = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
        return switch (bare) {
            case "nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "infinity" -> OptionalDouble.of(sign * Double.POSITIVE_INFINITY);
            default -> decimal(word, bare);
        };
    }

    private static OptionalDouble decimal(String word, String bare) {
        boolean plain = bare.length() <= LONGEST && !bare.isEmpty() && bare.chars().allMatch(c -> "0123456789.e+-".indexOf(c) >= 0);
        if (!plain) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(word));
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }

    private static int afterDecimal(Line line, int start) {
        int whole = afterDigits(line, start);
        int fraction = line.at(whole) == '.' ? afterDigits(line, whole + 1) : whole;
        if (fraction - start == 1 && line.at(start) == '.') {
            return start;
        }
        int sign = fraction + 1;
        int digits = line.at(sign) == '+' || line.at(sign) == '-' ? sign + 1 : sign;
        return (line.at(fraction) | 0x20) == 'e' && line.digitAt(digits) ? afterDigits(line, digits) : fraction;
    }

    private static int afterDigits(Line line, int start) {
        int here = start;
        while (line.digitAt(here)) {
            here++;
        }
        return here;
    }

    private static int afterWord(Line line, int start) {
        for (var word : new String[] {"infinity", "inf", "nan"}) {
            if (line.startsWithIgnoringCase(word, start)) {
                return start + word.length();
            }
        }
        return start;
    }

    private static boolean standsAlone(Line line, int end) {
        boolean goesOn = (line.at(end) == '.' || line.at(end) == ',') && line.digitAt(end + 1);
        return !goesOn && !line.wordAt(end);
    }
}
