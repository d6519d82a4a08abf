import org.jspecify.annotations.NullMarked;

/// Who gets which trial, until when, and what a report does to it. The only writer of study state.
@NullMarked
module dev.sextant.engine {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.model;
    requires transitive dev.sextant.strategy;

    exports dev.sextant.engine;
    exports dev.sextant.engine.memory;
    exports dev.sextant.engine.port;
}
