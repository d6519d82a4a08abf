package dev.sextant.strategy.moea;

import dev.sextant.model.space.Configuration;
import java.util.Arrays;
import java.util.List;

/// An individual with a result.
///
/// @param losses one for each objective, finite
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record Member(int trial, Configuration configuration, double[] losses) {
    /// The losses of some, in their order.
    static double[][] losses(List<Member> members) {
        double[][] losses = new double[members.size()][];
        Arrays.setAll(losses, i -> members.get(i).losses());
        return losses;
    }
}
