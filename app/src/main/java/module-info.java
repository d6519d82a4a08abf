import org.jspecify.annotations.NullMarked;

/// The command line, and the wiring: the one room that knows all others.
@NullMarked
module dev.sextant.app {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.engine;
    requires transitive dev.sextant.model;
    requires dev.sextant.run;
    requires dev.sextant.server;
    requires dev.sextant.store;
    requires dev.sextant.strategy;
    requires dev.sextant.wire;
    requires info.picocli;
    requires java.desktop;
    requires java.management;
    requires tools.jackson.core;
}
