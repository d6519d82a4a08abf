import org.jspecify.annotations.NullMarked;

/// The written forms of what Sextant knows: JSON and YAML documents, studies, events, trials, and the words of the
/// command line that stand for them; and clients that speak them. Reads and writes text; behaves in no other way.
@NullMarked
module dev.sextant.wire {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.model;
    requires java.net.http;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;

    exports dev.sextant.wire.event;
    exports dev.sextant.wire.file;
    exports dev.sextant.wire.http;
    exports dev.sextant.wire.lines;
    exports dev.sextant.wire.study;
    exports dev.sextant.wire.text;
    exports dev.sextant.wire.tree;
    exports dev.sextant.wire.trial;
}
