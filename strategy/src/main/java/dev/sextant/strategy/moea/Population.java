package dev.sextant.strategy.moea;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Who lives on and who has children. Not thread-safe.
interface Population {
    /// How many live.
    int size();

    /// Takes in a newcomer; who is let go for it, if anybody, may be the newcomer.
    void add(Member newcomer);

    /// Lets a member go.
    ///
    /// @return the member; empty if there is none of that trial
    Optional<Member> remove(int trial);

    /// The two parents of a child; the same twice only if there is no other.
    ///
    /// @param random of the child
    List<Member> parents(RandomGenerator random);
}
