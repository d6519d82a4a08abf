package dev.sextant.model.study;

/// The parameter that says how much of a trial to run, such as epochs. A trial gets `max` unless a multi-fidelity
/// strategy says otherwise.
public record FidelityRange(String name, long min, long max) {
    public FidelityRange {
        if (min < 1 || min > max) {
            throw new IllegalArgumentException("Fidelity '%s': 1 ≤ min ≤ max is needed, not %d..%d.".formatted(name, min, max));
        }
    }
}
