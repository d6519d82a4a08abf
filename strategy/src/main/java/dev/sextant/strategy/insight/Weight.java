package dev.sextant.strategy.insight;

import java.util.List;

/// How much one parameter, or two together, mattered.
///
/// @param parameters one name or two
/// @param share  0 to 1
/// @param low    lower end of the 95 % interval of the share, at least 0
/// @param high   upper end, at most 1
/// @param trials how many of the trials had all of them active
public record Weight(List<String> parameters, double share, double low, double high, int trials) {
    private static final double NORMAL_95 = 1.96;

    public Weight {
        parameters = List.copyOf(parameters);
    }

    /// A share with an interval that reaches 1.96 deviations to both sides, as far as shares go.
    static Weight of(List<String> parameters, double share, double deviation, int trials) {
        double reach = NORMAL_95 * deviation;
        return new Weight(parameters, share, Math.max(0, share - reach), Math.min(1, share + reach), trials);
    }
}
