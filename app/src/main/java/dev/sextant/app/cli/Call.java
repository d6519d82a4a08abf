package dev.sextant.app.cli;

import dev.sextant.model.value.Numbers;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A command line that has been read: which words and flags were given. Immutable.
///
/// @param words those behind the verb that are no flags
/// @param rest the words behind `--`; empty if there was no `--`
/// @param given the values of each flag that was given, by its name; of a switch, none
record Call(Console console, Usage usage, List<String> words, Optional<List<String>> rest, Map<String, List<String>> given) {
    PrintStream out() {
        return console.out();
    }

    PrintStream err() {
        return console.err();
    }

    boolean has(Flag flag) {
        return given.containsKey(flag.name());
    }

    /// The value of a flag, the last if it was given several times.
    Optional<String> value(Flag flag) {
        return Optional.ofNullable(given.get(flag.name())).map(List::getLast);
    }

    List<String> values(Flag flag) {
        return given.getOrDefault(flag.name(), List.of());
    }

    /// The word at a place.
    Optional<String> word(int place) {
        return place < words.size() ? Optional.of(words.get(place)) : Optional.empty();
    }

    /// The word at a place that must be there.
    ///
    /// @param what `the study`, for the message
    String need(int place, String what) {
        return word(place).orElseThrow(() -> new UsageException("""
                %s needs %s: sextant %s %s
                'sextant %s --help' shows examples.""".formatted(usage.name(), what, usage.name(), usage.words(), usage.name())));
    }

    /// The value of a flag that takes a whole number of at least 1.
    OptionalInt count(Flag flag) {
        return value(flag).map(v -> OptionalInt.of(count(flag.name(), v, 1))).orElse(OptionalInt.empty());
    }

    static int count(String what, String given, int least) {
        if (Numbers.isWhole(given) && given.length() <= 10) {
            long number = Long.parseLong(given);
            if (number >= least && number <= Integer.MAX_VALUE) {
                return (int) number;
            }
        }
        throw new UsageException("%s must be a whole number of at least %d, not '%s'.".formatted(what, least, given));
    }
}
