package dev.sextant.app.cli;

import dev.sextant.wire.study.StudyFlags;
import java.util.List;

/// The flags of `tune`, `create` and `explain` that say what a study is; each has a twin in the study file.
final class StudyOptions {
    static final Flag PARAMETER = Flag.many("-p", "NAME=DOMAIN", "a parameter: lr=1e-5..1e-1:log@1e-3, act=relu,tanh");
    static final Flag METRIC = Flag.many("--metric", "NAME[:min|max]", "what is optimised (FoM:min); repeat it for several");
    static final Flag RECORD = Flag.of("--record", "NAME,…", "metrics that are kept, not optimised").in("figures");
    static final Flag TAKE = Flag.of("--take", "WHICH", "of several values printed: last, best, min, max or mean").in("figures")
            .oneOf(List.of("last", "best", "min", "max", "mean"));
    static final Flag PATTERN = Flag.of("--pattern", "REGEX", "finds figures: 'val_loss ([0-9.e+-]+)'").in("figures");
    static final Flag REQUIRE = Flag.many("--require", "EXPRESSION", "a constraint: 'layers*width<=4096'").in("search");
    static final Flag LIMIT = Flag.many("--limit", "CONDITION", "a bound for results: 'latency <= 20'").in("figures");
    static final Flag STRATEGY = Flag.of("--strategy", "NAME[:K=V,…]", "what to try next (auto); see 'sextant strategies'").in("search");
    static final Flag SEED = Flag.of("--seed", "N", "makes the proposals repeat").in("search");
    static final Flag DUPLICATES = Flag.of("--duplicates", "POLICY", "forbid (default), reuse or allow:N").in("search");
    static final Flag FIDELITY = Flag.of("--fidelity", "NAME=A..B", "how much of a trial to run: epochs=1..27").in("search");
    static final Flag STOPPING = Flag.of("--stopping", "RULE[:K=V,…]", "ends poor trials early: median, percentile or asha (off)").in("search");
    static final Flag TRIALS = Flag.of("--trials", "N", "the budget of trials (100)").in("budget");
    static final Flag TIME = Flag.of("--time", "SPAN", "the budget of time: 2h, 1h30m").in("budget");
    static final Flag STOP_AT = Flag.of("--stop-at", "VALUE", "ends when the objective reaches it").in("budget");
    static final Flag STOP_WHEN = Flag.of("--stop-when", "CONDITION", "ends when little is to be gained: 'improvement < 0.001'").in("budget");
    static final Flag PATIENCE = Flag.of("--patience", "N", "ends after N trials without improvement").in("budget");
    static final Flag MAX_FAILURES = Flag.of("--max-failures", "N|off", "ends when the first N trials fail (10)").in("budget");
    static final Flag SLOTS = Flag.of("--slots", "N", "trials at once (one for each GPU, or for each core)").in("machine");
    static final Flag CPUS = Flag.of("--cpus", "N", "cores of one trial (1)").in("machine");
    static final Flag GPUS = Flag.of("--gpus", "N", "GPUs of one trial (0)").in("machine");
    static final Flag MEMORY = Flag.of("--memory", "SIZE", "memory of one trial: 8GiB").in("machine");
    static final Flag TIMEOUT = Flag.of("--timeout", "SPAN", "the longest a trial may run").in("trials");
    static final Flag RETRIES = Flag.of("--retries", "N", "how often a failed trial is repeated (0)").in("trials");
    static final Flag GRACE = Flag.of("--grace", "SPAN", "from TERM to KILL (30s)").in("trials");
    static final Flag KEEP = Flag.of("--keep", "WHICH", "run folders that stay: all, failed, best:N or none").in("trials");
    static final Flag INPUT = Flag.many("--input", "PATH", "a file or folder to stage").in("trials");
    static final Flag ARTIFACT = Flag.many("--artifact", "PATTERN", "a file of the run folder that can be had afterwards: '*.pt'").in("trials");
    static final Flag ENV = Flag.many("--env", "K=V", "a variable for the program").in("trials");
    static final Flag WORKDIR = Flag.of("--workdir", "run|here", "start in the run folder, or here (default)").in("trials")
            .oneOf(List.of("run", "here"));
    static final Flag NAME = Flag.of("--name", "STUDY", "the study's name").in("study");
    static final Flag WARM_START = Flag.of("--warm-start", "STUDY,…", "earlier studies whose results are evidence").in("study");
    static final Flag TAG = Flag.many("--tag", "WORD", "to find it by").in("study");

    /// Those of a study that is tuned or created.
    static final List<Flag> ALL = List.of(PARAMETER, METRIC, RECORD, LIMIT, TAKE, PATTERN, REQUIRE, STRATEGY, SEED, DUPLICATES,
            FIDELITY, STOPPING, TRIALS, TIME, STOP_AT, STOP_WHEN, PATIENCE, MAX_FAILURES, SLOTS, CPUS, GPUS, MEMORY, TIMEOUT, RETRIES, GRACE,
            KEEP, INPUT, ARTIFACT, ENV, WORKDIR, NAME, WARM_START, TAG);

    private StudyOptions() {}

    static Flag[] all() {
        return ALL.toArray(Flag[]::new);
    }

    /// What the options of a command line, and the command behind `--`, say about a study.
    static StudyFlags said(Call call) {
        var said = new StudyFlags();
        for (var flag : ALL) {
            call.values(flag).forEach(v -> said.add(flag.name(), v));
        }
        call.rest().filter(words -> !words.isEmpty()).ifPresent(said::command);
        return said;
    }
}
