import org.jspecify.annotations.NullMarked;

/// The doors through which others reach the studies of this process.
@NullMarked
module dev.sextant.server {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.engine;
    requires transitive dev.sextant.wire;

    exports dev.sextant.server.lines;
    exports dev.sextant.server.request;
}
