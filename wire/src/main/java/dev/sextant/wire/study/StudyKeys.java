package dev.sextant.wire.study;

import java.util.List;

/// Every key of a study file, with what it takes, its flag and one line of help: what `explain --schema` prints.
public final class StudyKeys {
    /// One key.
    ///
    /// @param path with points between the levels; `*` stands for a name of the user's choice
    /// @param form what its value looks like
    /// @param flag the option of `tune` that does the same; empty if there is none
    public record Key(String path, String form, String flag, String help) {
        /// The key of the object that holds this one; empty at the top.
        String section() {
            return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
        }

        String last() {
            return path.substring(path.lastIndexOf('.') + 1);
        }
    }

    /// All keys, in the order in which a file is best written.
    public static final List<Key> ALL = List.of(
            key("study", "NAME", "--name", "name of the study; else that of the file"),
            key("command", "[WORD, …]", "-- WORD…", "the program and its arguments, with placeholders such as {lr}"),
            key("space", "{NAME: DOMAIN, …}", "-p", "the parameters"),
            key("space.*.real", "[LOWER, UPPER]", "-p", "real numbers, both ends included"),
            key("space.*.int", "[LOWER, UPPER]", "-p", "whole numbers, both ends included"),
            key("space.*.choice", "[VALUE, …]", "-p", "one of these; words have no order, numbers that rise or fall do"),
            key("space.*.ordered", "[VALUE, …]", "-p", "one of these, lowest first"),
            key("space.*.bool", "[true, false]", "-p", "true or false; the first stands in for a default"),
            key("space.*.constant", "VALUE", "-p", "always this; short: NAME: VALUE"),
            key("space.*.list", "{NAME: DOMAIN, …}", "-p", "a list of elements that have these parameters, each its own"),
            key("space.*.length", "[LEAST, MOST]", "-p", "how many elements a list may have; at most 256"),
            key("space.*.log", "true", "-p", "spread evenly in the logarithm; for real and int"),
            key("space.*.step", "NUMBER", "-p", "only every so many, counted from below; for real and int"),
            key("space.*.default", "VALUE", "-p", "tried first; of a list: [{NAME: VALUE, …}, …]"),
            key("space.*.around", "VALUE", "-p", "good values are believed to lie around this"),
            key("space.*.spread", "NUMBER", "-p", "how far: a factor for log, a distance, or the share of the other choices"),
            key("space.*.was", "VALUE", "-p", "what the program did before the space had this parameter; for --evolve"),
            key("space.*.if", "EXPRESSION", "-p", "the parameter exists only where this holds"),
            key("arguments", "{GROUP: [WORD, …], …}", "", "groups of words for placeholders such as {kernel_args}"),
            key("require", "[EXPRESSION, …]", "--require", "constraints that every configuration keeps"),
            key("objective", "{metric: NAME, goal: min|max} or a list", "--metric", "what counts as good; default FoM, min"),
            key("objective.metric", "NAME", "--metric", "the figure that the program prints"),
            key("objective.goal", "min or max", "--metric", "which way is better"),
            key("objective.limit", "METRIC <= NUMBER", "--limit", "as limit below"),
            key("record", "[NAME, …]", "--record", "further figures that are kept but not optimised"),
            key("limit", "METRIC <= NUMBER, >=, or a list", "--limit", "bounds that results should keep: beyond them a trial is never the best"),
            key("strategy", "NAME, {NAME: {KEY: VALUE}} or {list: FILE}", "--strategy", "what is tried next; default auto"),
            key("budget", "{…}", "", "when the study ends"),
            key("budget.trials", "NUMBER or off", "--trials", "complete, failed and pruned trials, over all continuations; default 100"),
            key("budget.time", "DURATION or off", "--time", "running time, over all continuations"),
            key("budget.stop_at", "NUMBER or off", "--stop-at", "a value of the first objective that is good enough"),
            key("budget.stop_when", "improvement < NUMBER or off", "--stop-when", "no larger improvement of the first objective is to be expected"),
            key("budget.patience", "NUMBER or off", "--patience", "finished trials without an improvement"),
            key("budget.max_failures", "NUMBER or off", "--max-failures", "failures in a row while nothing has succeeded; default 10"),
            key("slots", "NUMBER", "--slots", "trials that run at once; default, and `off`: what the machine can carry"),
            key("resources", "{…}", "", "what one trial takes"),
            key("resources.cpus", "NUMBER", "--cpus", "cores of one trial; default 1"),
            key("resources.gpus", "NUMBER", "--gpus", "GPUs of one trial; default 0"),
            key("resources.memory", "SIZE", "--memory", "memory of one trial, for accounting: 8GiB"),
            key("trial", "{…}", "", "how one trial is run"),
            key("trial.timeout", "DURATION or off", "--timeout", "the longest an attempt may run"),
            key("trial.retries", "NUMBER", "--retries", "how often a failed attempt is repeated; default 0"),
            key("trial.retry_pause", "DURATION", "", "before the first retry, twice as long before each further one; default 1s"),
            key("trial.grace", "DURATION", "--grace", "from TERM to KILL; default 30s"),
            key("trial.keep", "all, failed, best:N or none", "--keep", "whose run folders stay; default all"),
            key("artifacts", "[PATTERN, …] or {…}", "--artifact", "files of a trial that can be had afterwards, from its run folder"),
            key("artifacts.files", "[PATTERN, …]", "--artifact", "model.pt, plots/, *.log, **/*.png"),
            key("artifacts.bring", "request, best or all", "", "when a worker elsewhere sends them to the server; default request"),
            key("artifacts.most", "SIZE", "", "the largest file that is sent to a server; default 10GiB"),
            key("note", "TEXT", "", "what people should know of the study"),
            key("tags", "[WORD, …]", "--tag", "words to find it by"),
            key("fidelity", "{name: NAME, min: N, max: N}", "--fidelity", "the parameter that says how much of a trial to run"),
            key("fidelity.name", "NAME", "--fidelity", "its name, as in {epochs}"),
            key("fidelity.min", "NUMBER", "--fidelity", "the least that tells anything; at least 1"),
            key("fidelity.max", "NUMBER", "--fidelity", "all of it"),
            key("stopping", "NAME, {NAME: {KEY: VALUE}} or off", "--stopping", "the rule that ends trials early which report little; default off"),
            key("warm_start", "[STUDY, …]", "--warm-start", "earlier studies whose results are evidence from the start"),
            key("inputs", "[PATH, …]", "--input", "files and folders to stage, relative to the study file"),
            key("env", "{NAME: TEXT, …}", "--env", "environment variables of the program"),
            key("seed", "NUMBER", "--seed", "the only source of chance; else drawn, stored and shown"),
            key("duplicates", "forbid, reuse or allow:N", "--duplicates", "what happens to a configuration that was tried; default forbid"),
            key("pattern", "REGEX", "--pattern", "finds the figures of a program that prints no name=number"),
            key("take", "last, best, min, max or mean", "--take", "which of several values counts; default last"),
            key("workdir", "run, here or PATH", "--workdir", "where the program starts: its run folder, where the study is started, or a folder"));

    private StudyKeys() {}

    private static Key key(String path, String form, String flag, String help) {
        return new Key(path, form, flag, help);
    }

    /// The keys of the object with a path; of the document for an empty one.
    static List<String> under(String section) {
        return ALL.stream().filter(k -> k.section().equals(section)).map(Key::last).toList();
    }
}
