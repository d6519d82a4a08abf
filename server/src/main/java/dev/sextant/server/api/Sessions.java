package dev.sextant.server.api;

import dev.sextant.server.access.Keys;
import dev.sextant.server.http.HttpRefusedException;
import dev.sextant.server.http.Reply;
import dev.sextant.server.http.Visit;
import dev.sextant.wire.tree.Node;
import java.util.Optional;

/// Lets a browser in: it sends a token once and carries it in a cookie from then on, which no script can read and which is not
/// sent along with what pages of other sites ask for.
///
/// @param keys empty where no token is needed
/// @param secure whether the cookie may be sent by TLS only
record Sessions(Optional<Keys> keys, boolean secure) {
    private static final int MONTH_SECONDS = 30 * 24 * 3600;

    /// Takes a token: `{"token":"sxt_…"}`.
    Reply begin(Visit visit) {
        var body = visit.object();
        if (!(body.find("token").map(Node.Member::value).orElse(null) instanceof Node.Text(String token, _)) || body.members().size() != 1) {
            throw body.at().error("A session begins with {\"token\":\"sxt_…\"}.");
        }
        if (keys.isPresent() && keys.get().holder(token).isEmpty()) {
            throw new HttpRefusedException(401, "unauthorized", "The token is wrong, was revoked, or has expired.");
        }
        return done(token, MONTH_SECONDS);
    }

    /// Forgets the token.
    Reply end(Visit visit) {
        visit.query().allowOnly();
        return done("", 0);
    }

    private Reply done(String token, int seconds) {
        var plain = token.chars().allMatch(c -> c == '_' || c == '-' || Character.isLetterOrDigit(c)) ? token : "";
        return Reply.json("{\"ok\":true}").with("Set-Cookie", "sextant_token=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s".formatted(plain, seconds, secure ? "; Secure" : ""));
    }
}
