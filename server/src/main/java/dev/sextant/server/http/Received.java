package dev.sextant.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request that came through a [HttpListener]. Its body is read when somebody wants it, once.
final class Received implements Incoming {
    /// The longest body, in bytes.
    static final int LONGEST = 8 << 20;

    private final ServerRequest request;
    private byte @Nullable [] body;

    Received(ServerRequest request) {
        this.request = request;
    }

    @Override
    public String method() {
        return request.prologue().method().text();
    }

    @Override
    public String path() {
        return request.path().rawPath();
    }

    @Override
    public String query() {
        return request.query().rawValue();
    }

    @Override
    public Optional<String> header(String name) {
        return name.equals("Host") ? Optional.ofNullable(request.authority()) : request.headers().first(HeaderNames.create(name));
    }

    @Override
    public byte[] body() {
        var read = body == null ? read() : body;
        body = read;
        return read;
    }

    private byte[] read() {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (var in = request.content().inputStream()) {
            var bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new HttpRefusedException(413, "too_long", "The body is longer than %d bytes and was not read.".formatted(LONGEST));
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
