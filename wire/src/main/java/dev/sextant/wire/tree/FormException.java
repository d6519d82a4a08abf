package dev.sextant.wire.tree;

/// A text that does not have the form it should have. The message is ready for people:
/// ```
/// study.yaml:4:10
///   lr: {raal: [1e-5, 1e-1], log: true}
///        ^
/// Parameter 'lr' has no key 'raal'; keys: real, int, choice, ordered, constant, default, if, log, step.
/// Did you mean 'real'?
/// ```
public sealed class FormException extends IllegalArgumentException permits NewerFormException {
    private static final long serialVersionUID = 1;

    private final transient Position position;
    private final String rule;

    public FormException(Position position, String rule) {
        super(position.picture() + rule);
        this.position = position;
        this.rule = rule;
    }

    /// Where the mistake is.
    public Position position() {
        return position;
    }

    /// What was given, what is allowed and what to do, without the place.
    public String rule() {
        return rule;
    }
}
