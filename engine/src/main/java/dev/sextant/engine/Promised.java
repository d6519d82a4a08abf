package dev.sextant.engine;

import dev.sextant.engine.port.StudyStore.Receipt;

/// An answer that counts once what it is based on is durable.
///
/// @param receipt to be waited for before anything is done that others can see
public record Promised(Asked asked, Receipt receipt) {
    /// An answer that is based on nothing new.
    static Promised now(Asked asked) {
        return new Promised(asked, () -> {});
    }

    /// Waits, then tells.
    Asked kept() {
        receipt.await();
        return asked;
    }
}
