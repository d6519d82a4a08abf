package dev.sextant.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/// Makes documents small: leaves out what whoever asks has already, and packs what is long.
final class Rendering {
    private static final int WORTH_PACKING = 1_000;

    private Rendering() {}

    /// A document as it is sent.
    static Reply.Document of(Reply.Document document, Incoming incoming) {
        if (document.status() != 200 || !incoming.method().equals("GET")) {
            return packed(document, incoming);
        }
        var tag = document.headers().getOrDefault("ETag", tag(document.bytes()));
        var tagged = document.with("ETag", tag);
        return incoming.header("If-None-Match").filter(known -> known.contains(tag)).isPresent()
                ? new Reply.Document(304, tagged.type(), new byte[0], tagged.headers())
                : packed(tagged, incoming);
    }

    /// Weak: the same document may be sent packed or not.
    private static String tag(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return "W/\"%x-%x\"".formatted(bytes.length, sum.getValue());
    }

    private static Reply.Document packed(Reply.Document document, Incoming incoming) {
        boolean wanted = incoming.header("Accept-Encoding").filter(h -> h.toLowerCase(Locale.ROOT).contains("gzip")).isPresent();
        if (!wanted || document.bytes().length < WORTH_PACKING || document.type().startsWith("image/png")) {
            return document;
        }
        return new Reply.Document(document.status(), document.type(), gzip(document.bytes()), document.headers())
                .with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding");
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 3);
        try (var out = new GZIPOutputStream(packed, 1 << 13)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
