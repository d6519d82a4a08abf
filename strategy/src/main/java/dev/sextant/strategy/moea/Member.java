package dev.sextant.strategy.moea;

import dev.sextant.model.space.Configuration;
import java.util.List;

/// An individual with a result.
///
/// @param losses one for each objective, finite
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Member(int trial, Configuration configuration, double[] losses) {
    /// The losses of some, in their order.
    static double[][] losses(List<Member> members) {
        return members.stream().map(Member::losses).toArray(double[][]::new);
    }
}
