package dev.sextant.wire.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/// The SHA-256 of a certificate, by which a server with a certificate of its own is known again.
///
/// @param hex 64 lower-case digits
public record Fingerprint(String hex) {
    private static final String KIND = "sha256:";
    private static final int DIGITS = 64;

    /// The fingerprint that somebody typed: hexadecimal digits of either case, with or without colons and `SHA256:`.
    ///
    /// @throws IllegalArgumentException with a message for the user, if it is none
    public static Fingerprint of(String typed) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        var hex = (text.startsWith(KIND) ? text.substring(KIND.length()) : text).replace(":", "");
        if (hex.length() != DIGITS || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException("""
                    '%s' is not the fingerprint of a certificate; it has %d hexadecimal digits, with or without colons.
                    'sextant serve' prints it when it begins.""".formatted(typed, DIGITS));
        }
        return new Fingerprint(hex);
    }

    /// That of a certificate.
    static Fingerprint of(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return new Fingerprint(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }

    /// Refuses a server that shows another certificate.
    void check(X509Certificate shown) throws CertificateException {
        var other = of(shown);
        if (!other.equals(this)) {
            throw new CertificateException("the server shows a certificate with the fingerprint %s, not %s".formatted(other.hex, hex));
        }
    }
}
