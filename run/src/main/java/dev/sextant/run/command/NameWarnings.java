package dev.sextant.run.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What is awkward about the names of parameters.
record NameWarnings(List<String> parameters) {
    List<String> list() {
        var warnings = new ArrayList<String>();
        var byVariable = new LinkedHashMap<String, List<String>>();
        parameters.forEach(name -> byVariable.computeIfAbsent(EnvironmentName.of(name), _ -> new ArrayList<>()).add(name));
        byVariable.forEach((variable, names) -> {
            if (names.size() > 1) {
                warnings.add("Parameters %s share the variable $SEXTANT_PARAM_%s, which has the value of the last of them that is active."
                        .formatted(String.join(" and ", names), variable));
            }
        });
        parameters.stream().filter(NameWarnings::hides).forEach(name -> warnings.add(
                "Parameter %s hides what {%s} stands for otherwise: %s.".formatted(name, name, meaning(name))));
        return warnings;
    }

    private static boolean hides(String name) {
        return name.equals(CommandTemplate.REST) || Surroundings.NAMES.contains(name);
    }

    private static String meaning(String name) {
        return name.equals(CommandTemplate.REST) ? "all other parameters as flags" : "what Sextant says of a trial";
    }
}
