package dev.sextant.wire.http;

import java.net.Socket;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Trusts the one server that shows a certain certificate, whoever signed it and whatever the host is called: who knows the
/// fingerprint knows more than any signature could say.
final class PinnedTrust extends X509ExtendedTrustManager {
    private final Fingerprint wanted;

    private PinnedTrust(Fingerprint wanted) {
        this.wanted = wanted;
    }

    static SSLContext context(Fingerprint wanted) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedTrust(wanted)}, null);
            return context;
        } catch (NoSuchAlgorithmException | KeyManagementException impossible) {
            throw new IllegalStateException("Every Java has TLS.", impossible);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        wanted.check(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, @Nullable Socket socket) throws CertificateException {
        wanted.check(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, @Nullable SSLEngine engine) throws CertificateException {
        wanted.check(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("nobody calls here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, @Nullable Socket socket) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, @Nullable SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
