package dev.sextant.strategy;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Independent random streams that depend on nothing but the seed of a study and what they are for.
///
/// The generator is `L64X128MixRandom` (G. Steele and S. Vigna, LXM: Better Splittable Pseudorandom Number Generators,
/// OOPSLA 2021), seeded by 32 mixed bytes, so that neighbouring trials share no state.
public final class Streams {
    private static final RandomGeneratorFactory<RandomGenerator> LXM = RandomGeneratorFactory.of("L64X128MixRandom");

    private Streams() {}

    /// The stream of one draw for one trial.
    public static RandomGenerator ofTrial(long seed, int trial, int draw) {
        return stream(seed, trial, draw);
    }

    /// The stream of something that is drawn once in a study.
    ///
    /// @param purpose distinguishes such draws
    public static RandomGenerator of(long seed, String purpose) {
        return stream(seed, purpose.hashCode(), -1);
    }

    private static RandomGenerator stream(long seed, long first, long second) {
        var bytes = java.nio.ByteBuffer.allocate(32);
        long state = seed;
        for (int i = 0; i < 4; i++) {
            state = mix(state + 0x9E3779B97F4A7C15L * (i + 1) + (i == 1 ? first : i == 2 ? second : 0));
            bytes.putLong(state);
        }
        return LXM.create(bytes.array());
    }

    private static long mix(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }
}
