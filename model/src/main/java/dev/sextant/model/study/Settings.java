package dev.sextant.model.study;

import dev.sextant.model.resource.Resources;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// What may change when a study is continued.
///
/// @param slots how many trials run at once; empty to let the machine decide
/// @param resources of one trial
/// @param gpusStated whether the user said how many GPUs a trial takes
/// @param timeout the longest an attempt may run; empty for no limit
/// @param grace from TERM to KILL
/// @param artifacts files of trials that are to be found again
/// @param remarks what people wrote on the study
public record Settings(
        Budget budget,
        OptionalInt slots,
        Resources resources,
        boolean gpusStated,
        Optional<Duration> timeout,
        Retries retries,
        Duration grace,
        Keep keep,
        Artifacts artifacts,
        Remarks remarks) {
    /// What holds where nothing is said: a hundred trials, ten failures in a row at the start end it.
    public static final Settings STANDARD = new Settings(
            Budget.of(new Limit.Trials(100), new Limit.FailuresInRow(10)), OptionalInt.empty(), Resources.ONE_CORE, false,
            Optional.empty(), Retries.NONE, Duration.ofSeconds(30), new Keep.All(), Artifacts.NONE, Remarks.NONE);

    /// For studies that are asked and told by hand.
    public static final Settings BY_HAND = STANDARD.with(Budget.UNLIMITED);

    public Settings with(Budget other) {
        return new Settings(other, slots, resources, gpusStated, timeout, retries, grace, keep, artifacts, remarks);
    }

    public Settings with(Retries other) {
        return new Settings(budget, slots, resources, gpusStated, timeout, other, grace, keep, artifacts, remarks);
    }
}
