package dev.sextant.run.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command of a study, checked, ready to be filled with the values of a trial.
///
/// A word with an inactive parameter is left out whole. `{params}` is every active parameter that no other placeholder
/// names, as flags; a command that names no parameter at all gets all of them as flags at its end. A list is one flag with its JSON. Immutable.
public final class CommandTemplate {
    /// Stands for the parameters that are named nowhere else.
    static final String REST = "params";

    private final List<Word> words;
    private final SequencedMap<String, List<Word>> groups;
    private final Names names;
    private final Set<String> named;
    private final boolean appends;

    CommandTemplate(List<Word> words, SequencedMap<String, List<Word>> groups, Names names) {
        this.names = names;
        this.words = List.copyOf(words);
        this.groups = new LinkedHashMap<>(groups);
        named = allWords().flatMap(Word::names).collect(Collectors.toCollection(LinkedHashSet::new));
        appends = named.stream().allMatch(Surroundings.NAMES::contains);
    }

    /// The arguments for one trial.
    ///
    /// @param values the text of each [name][Names#texts] that has one, in the order of the space
    public List<String> fill(SequencedMap<String, String> values, Surroundings surroundings) {
        var arguments = new ArrayList<String>();
        for (var word : words) {
            arguments.addAll(fill(word, values, surroundings));
        }
        if (appends) {
            arguments.addAll(flags(values));
        }
        return List.copyOf(arguments);
    }

    /// Whether it gets all parameters as flags at its end.
    boolean appends() {
        return appends;
    }

    /// The parameters that reach the program by no placeholder.
    Set<String> unnamed() {
        var unnamed = new LinkedHashSet<>(names.parameters());
        unnamed.removeIf(name -> appends || named.contains(REST) || names.isTold(name, named::contains));
        return unnamed;
    }

    private List<String> fill(Word word, SequencedMap<String, String> values, Surroundings surroundings) {
        var only = word.onlyName().orElse("");
        if (only.equals(REST) && !values.containsKey(REST)) {
            return flags(values);
        }
        return Optional.ofNullable(groups.get(only))
                .map(group -> group.stream().flatMap(member -> fillOne(member, values, surroundings).stream()).toList())
                .orElseGet(() -> fillOne(word, values, surroundings).stream().toList());
    }

    private Optional<String> fillOne(Word word, SequencedMap<String, String> values, Surroundings surroundings) {
        return word.fill(name -> Optional.ofNullable(values.get(name)).or(() -> surroundings.value(name)).or(() -> rest(name, values)));
    }

    /// Inside a longer word, as in the text of `sh -c`, the flags are quoted for a shell.
    private Optional<String> rest(String name, SequencedMap<String, String> values) {
        return name.equals(REST) ? Optional.of(flags(values).stream().map(ShellQuoting::quote).collect(Collectors.joining(" "))) : Optional.empty();
    }

    private List<String> flags(SequencedMap<String, String> values) {
        var flags = new ArrayList<String>(values.size());
        values.forEach((name, text) -> {
            if (names.isFlag(name, named::contains)) {
                flags.add("--" + name + "=" + text);
            }
        });
        return flags;
    }

    private Stream<Word> allWords() {
        return Stream.concat(words.stream(), groups.values().stream().flatMap(List::stream));
    }
}
