package dev.sextant.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// What goes back.
public sealed interface Reply {
    String JSON = "application/json";

    int status();

    /// The media type.
    String type();

    Map<String, String> headers();

    /// A whole document; its bytes are never changed.
    @SuppressWarnings("ArrayRecordComponent")
    record Document(int status, String type, byte[] bytes, Map<String, String> headers) implements Reply {
        public Document with(String header, String value) {
            var all = new LinkedHashMap<>(headers);
            all.put(header, value);
            return new Document(status, type, bytes, all);
        }
    }

    /// A stream that goes on until whoever listens hangs up, or its writer returns.
    record Stream(String type, Map<String, String> headers, Writer writer) implements Reply {
        /// One that nobody should keep.
        public Stream(String type, Writer writer) {
            this(type, Map.of("Cache-Control", "no-store"), writer);
        }

        /// The same, as long as whoever listens is welcome.
        Stream watched(BooleanSupplier welcome) {
            return new Stream(type, headers, out -> writer.write(new WatchedStream(out, welcome)));
        }

        @Override
        public int status() {
            return 200;
        }
    }

    /// Writes a stream.
    @FunctionalInterface
    interface Writer {
        /// Writes to the end, or for as long as somebody listens.
        ///
        /// @throws IOException if nobody listens any more
        void write(OutputStream out) throws IOException;
    }

    static Document json(int status, String json) {
        return text(status, JSON, json);
    }

    static Document json(String json) {
        return json(200, json);
    }

    static Document text(int status, String type, String text) {
        return new Document(status, type, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
