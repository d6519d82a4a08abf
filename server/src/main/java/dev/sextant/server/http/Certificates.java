package dev.sextant.server.http;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// The certificate of a server, and the key that belongs to it.
///
/// @param context speaks TLS in its name
/// @param fingerprint SHA-256 of the certificate, `AB:CD:…`: by it a client knows a certificate that no authority has signed
public record Certificates(SSLContext context, String fingerprint) {
    private static final String NAME = "server";
    private static final char[] NONE = new char[0];

    /// Those of two PEM files.
    ///
    /// @param chain the server's certificate, then those that signed it
    /// @param key in PKCS #8, not encrypted
    /// @throws UncheckedIOException if they cannot be used
    public static Certificates pem(Path chain, Path key) {
        try {
            var keys = Keys.builder().pem(pem -> pem.key(Resource.create(key)).certChain(Resource.create(chain))).build();
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, NONE);
            store.setKeyEntry(NAME, keys.privateKey().orElseThrow(() -> new IOException("there is no private key")), NONE,
                    keys.certChain().toArray(X509Certificate[]::new));
            return of(store, NAME, NONE);
        } catch (GeneralSecurityException | IOException | RuntimeException wrong) {
            throw unusable(chain + " and " + key, wrong);
        }
    }

    /// Those of a key store (PKCS #12) with one entry.
    ///
    /// @throws UncheckedIOException if it cannot be used
    public static Certificates store(Path file, String password) {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return of(store, store.aliases().nextElement(), password.toCharArray());
        } catch (GeneralSecurityException | IOException | RuntimeException wrong) {
            throw unusable(file.toString(), wrong);
        }
    }

    private static Certificates of(KeyStore store, String name, char[] password) throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new Certificates(context, fingerprint(store.getCertificate(name)));
    }

    private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    private static UncheckedIOException unusable(String what, Exception why) {
        return new UncheckedIOException(new IOException("""
                %s cannot be used as certificate and key: %s.
                Give a certificate chain and a PKCS #8 key in PEM, or leave both out to have one made.""".formatted(what, why.getMessage()), why));
    }
}
