package dev.sextant.checks.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What `trials --json` said of each trial.
record Trials(List<Trial> all) {
    private static final Pattern TRIAL = Pattern.compile(
            "\"trial\":(\\d+),\"attempt\":(\\d+),\"state\":\"(\\w+)\",\"parameters\":\\{\"x\":([^}]*)\\}(?:,\"values\":\\{(?:\"loss\":([^},]+))?)?");

    /// @param x its parameter
    /// @param loss its value, as it was printed; empty if it has none
    record Trial(int number, int attempt, String state, String x, String loss) {}

    static Trials read(String json) {
        var trials = new ArrayList<Trial>();
        var matcher = TRIAL.matcher(json);
        while (matcher.find()) {
            trials.add(new Trial(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3),
                    matcher.group(4), matcher.group(5) == null ? "" : matcher.group(5)));
        }
        return new Trials(List.copyOf(trials));
    }

    List<Trial> in(String state) {
        return all.stream().filter(trial -> trial.state().equals(state)).toList();
    }

    List<Integer> numbers(String state) {
        return in(state).stream().map(Trial::number).toList();
    }

    Trial trial(int number) {
        return all.stream().filter(trial -> trial.number() == number).findFirst().orElseThrow();
    }
}
