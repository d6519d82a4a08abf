package dev.sextant.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/// The words of a command line: `--name value`, each at most once but for `--set`.
record Words(Map<String, String> given, List<String> sets) {
    /// @throws IllegalArgumentException that lists what is allowed
    static Words of(List<String> words, Set<String> allowed) {
        var given = new LinkedHashMap<String, String>();
        var sets = new ArrayList<String>();
        for (int i = 0; i < words.size(); i += 2) {
            var name = words.get(i).replaceFirst("^--", "");
            if (!allowed.contains(name) || i + 1 == words.size()) {
                throw new IllegalArgumentException("'%s' is not understood, or its value is missing; there are --%s."
                        .formatted(words.get(i), String.join(", --", allowed.stream().sorted().toList())));
            }
            if (name.equals("set")) {
                sets.add(words.get(i + 1));
            } else {
                given.put(name, words.get(i + 1));
            }
        }
        return new Words(given, sets);
    }

    Words with(String name, String value) {
        var other = new LinkedHashMap<>(given);
        other.put(name, value);
        return new Words(other, sets);
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    List<String> list(String name, String otherwise) {
        return List.of(text(name, otherwise).split(",", -1));
    }

    int whole(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    /// Seeds: `1,3,5`, `1..20`, `odd` or `even` ones of the first twenty.
    List<Long> seeds(String otherwise) {
        var seeds = new ArrayList<Long>();
        for (var word : list("seeds", otherwise)) {
            int dots = word.indexOf("..");
            switch (word) {
                case "odd" -> LongStream.iterate(1, s -> s < 20, s -> s + 2).forEach(seeds::add);
                case "even" -> LongStream.iterate(2, s -> s <= 20, s -> s + 2).forEach(seeds::add);
                default -> LongStream.rangeClosed(Long.parseLong(dots < 0 ? word : word.substring(0, dots)),
                        Long.parseLong(dots < 0 ? word : word.substring(dots + 2))).forEach(seeds::add);
            }
        }
        return List.copyOf(seeds);
    }
}
