package dev.sextant.server.access;

import dev.sextant.wire.text.TimeText;
import dev.sextant.wire.tree.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A token that was given out, as it is kept: whose it is, not what it is.
///
/// A token is 256 random bits, so that a plain digest of it can be kept: there is nothing to guess.
///
/// @param digest SHA-256 of the token, in hexadecimal digits
/// @param expires when it stops to open the door; empty for never
public record Token(Identity identity, String digest, Instant created, Optional<Instant> expires) {
    private static final String MARK = "sxt_";
    private static final int BYTES = 32;

    /// A new token, which is seen only now.
    public static String draw() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// SHA-256 of a token, in hexadecimal digits.
    public static String digest(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /// Whether it opens the door at some time.
    public boolean holds(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isEmpty();
    }

    /// Writes all that may be shown: everything but the digest.
    public void write(JsonWriter json) {
        json.name("name").text(identity.name()).name("role").text(identity.role().word()).name("studies").texts(identity.scope())
                .name("created").text(TimeText.write(created));
        expires.ifPresent(end -> json.name("expires").text(TimeText.write(end)));
    }
}
