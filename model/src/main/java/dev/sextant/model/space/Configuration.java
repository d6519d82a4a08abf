package dev.sextant.model.space;

import dev.sextant.model.value.Value;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// A value for every active parameter of a space, in the order of the space; equal exactly when those are equal.
///
/// Made by [SearchSpace#configuration] and [SearchSpace#accept], which keep it canonical.
public record Configuration(SequencedMap<String, Value> values) {
    public Configuration {
        values = values instanceof ValuesByName ? values : new ValuesByName(values);
    }

    /// The value of a parameter; empty if it is inactive.
    public Optional<Value> value(String parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /// 64 well-mixed bits that equal configurations share; the same in every run of the program.
    ///
    /// Names enter by their 32-bit `hashCode`, which costs nothing after the first time: values tell configurations
    /// of one space apart.
    public long fingerprint() {
        long hash = 0x9E3779B97F4A7C15L;
        for (var entry : values.entrySet()) {
            hash = mix(hash + entry.getKey().hashCode());
            hash = mix(hash ^ bits(entry.getValue()));
        }
        return hash;
    }

    private static long bits(Value value) {
        return switch (value) {
            case Value.Real(double number) -> Double.doubleToLongBits(number);
            case Value.Int(long number) -> number ^ 0x5851F42D4C957F2DL;
            case Value.Flag(boolean on) -> on ? 0x14057B7EF767814FL : 0x27BB2EE687B0B0FDL;
            case Value.Text(String text) -> text(text);
        };
    }

    private static long text(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x100000001B3L ^ text.charAt(i);
        }
        return mix(hash);
    }

    /// The finaliser of MurmurHash3 (A. Appleby, public domain), in the variant 13 of D. Stafford.
    private static long mix(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return bits ^ (bits >>> 31);
    }

    /// `lr=0.001 act=relu`.
    @Override
    public String toString() {
        return values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue().text())
                .collect(Collectors.joining(" "));
    }
}
