import org.jspecify.annotations.NullMarked;

/// The command line, and the wiring: the one room that knows all others.
@NullMarked
module dev.sextant.app {
    requires static org.jspecify;
}
