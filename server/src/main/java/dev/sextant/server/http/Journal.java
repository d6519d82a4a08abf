package dev.sextant.server.http;

import dev.sextant.server.access.Identity;
import java.util.Optional;

/// Told of every request, once it is answered. Thread-safe.
@FunctionalInterface
public interface Journal {
    /// Takes one line; must not wait for long.
    void write(Line line);

    /// One request. Not thread-safe until it has ended.
    final class Line {
        private final String method;
        private final String path;
        private Optional<Route> route = Optional.empty();
        private Optional<Identity> who = Optional.empty();
        private Optional<RuntimeException> broken = Optional.empty();
        private int status;
        private long nanos;

        Line(String method, String path) {
            this.method = method;
            this.path = path;
        }

        void at(Route found) {
            route = Optional.of(found);
        }

        void by(Identity identity) {
            who = Optional.of(identity);
        }

        void broke(RuntimeException why) {
            broken = Optional.of(why);
        }

        Line ended(int with, long after) {
            status = with;
            nanos = after;
            return this;
        }

        public String method() {
            return method;
        }

        /// As it was sent.
        public String path() {
            return path;
        }

        /// Empty if there was none, or nobody got so far.
        public Optional<Route> route() {
            return route;
        }

        public Optional<Identity> who() {
            return who;
        }

        /// What broke, if it was our fault.
        public Optional<RuntimeException> broken() {
            return broken;
        }

        public int status() {
            return status;
        }

        /// From the request to its answer; a stream goes on after it.
        public long nanos() {
            return nanos;
        }
    }
}
