package dev.sextant.strategy.pbt;

import dev.sextant.model.space.Configuration;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a member goes on with after a generation.
interface Succession {
    /// Decides.
    ///
    /// @param own where the member stands
    /// @param failed whether it tried to go on and failed, so that it must not try the same again
    /// @param rivals all that have ended the same generation, best first, with the member itself
    Child child(Standing own, boolean failed, List<Standing> rivals, RandomGenerator random);

    /// What a member goes on with.
    ///
    /// @param weights whose weights it takes, which may be its own
    /// @param why one line for people
    record Child(Standing weights, Configuration configuration, String why) {}
}
