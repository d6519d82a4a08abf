import org.jspecify.annotations.NullMarked;

/// The doors through which others reach the studies of this process.
@NullMarked
module dev.sextant.server {
    requires static transitive org.jspecify;
    requires transitive dev.sextant.engine;
    requires transitive dev.sextant.wire;
    requires io.helidon.common.configurable;
    requires io.helidon.common.pki;
    requires io.helidon.common.tls;
    requires io.helidon.http;
    requires io.helidon.webserver;
    requires io.helidon.webserver.http2;
    requires io.prometheus.metrics.core;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires java.logging;

    exports dev.sextant.server.access;
    exports dev.sextant.server.api;
    exports dev.sextant.server.artifact;
    exports dev.sextant.server.http;
    exports dev.sextant.server.lines;
    exports dev.sextant.server.page;
    exports dev.sextant.server.request;
    exports dev.sextant.server.view;
}
