package dev.sextant.store.home;

import java.util.Optional;

/// A study cannot be changed because another process runs it. The message names the process and says what to do.
public final class StudyHeldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Holder> holder;

    StudyHeldException(Taking.Refused refused) {
        super(refused.message());
        this.holder = refused.holder();
    }

    /// Who runs it, if he has said so.
    public Optional<Holder> holder() {
        return holder;
    }
}
