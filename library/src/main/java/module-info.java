import org.jspecify.annotations.NullMarked;

/// Sextant for Java programs: the objective is a function, the study lives in memory, nothing else is needed.
@NullMarked
module dev.sextant.library {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.model;
    requires dev.sextant.engine;
    requires dev.sextant.strategy;

    exports dev.sextant.library;
}
