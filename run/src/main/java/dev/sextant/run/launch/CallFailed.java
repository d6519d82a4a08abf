package dev.sextant.run.launch;

/// The system refused a call; inside this package only.
final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final int ENFILE = 23;
    private static final int EMFILE = 24;

    CallFailed(String aim, int errno) {
        super("the system would not %s: %s".formatted(aim, describe(errno)));
    }

    private static String describe(int errno) {
        return switch (errno) {
            case EMFILE -> "this process has as many files open as it may ('ulimit -n' says how many)";
            case ENFILE -> "the machine has as many files open as it can";
            default -> "error " + errno;
        };
    }
}
