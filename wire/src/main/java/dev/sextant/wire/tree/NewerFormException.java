package dev.sextant.wire.tree;

/// A stored form that this version of Sextant does not know in full, so that nothing may be concluded from it.
public final class NewerFormException extends FormException {
    private static final long serialVersionUID = 1;

    /// @param unknown what is not known: `the member 'shape' of the event 'proposed'`
    public NewerFormException(Position position, String unknown) {
        super(position, """
                This version of Sextant does not know %s: it was written by a newer Sextant.
                Use that version, or a newer one, for this study.""".formatted(unknown));
    }
}
