package dev.sextant.server.http;

import dev.sextant.server.access.Identity;
import dev.sextant.server.access.Keys;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Looks at who wants in, before anything else is looked at.
///
/// A page of another origin that a browser shows can send requests here, and by a name of its own that leads to this
/// machine even read the answers; so requests that change something must come from our own page or from no page at all,
/// and where no token is needed the host must be called by a name that is ours.
///
/// @param keys empty where only the user of this process can come: nobody needs a token there
public record Guard(Optional<Keys> keys) {
    private static final Set<String> OURS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";
    private static final String COOKIE = "sextant_token=";

    /// @throws HttpRefusedException if the request comes from elsewhere
    void checkPlace(Incoming incoming) {
        var host = incoming.header("Host").orElse("");
        if (keys.isEmpty() && !OURS.contains(name(host))) {
            throw new HttpRefusedException(403, "forbidden", """
                    The host is called '%s' here; without a token it is only reached as %s.
                    Use one of these names, or give out a token: sextant token create NAME""".formatted(host, String.join(", ", List.of("localhost", "127.0.0.1", "[::1]"))));
        }
        if (!SAFE.contains(incoming.method()) && isForeign(incoming, host)) {
            throw new HttpRefusedException(403, "forbidden",
                    "A page of '%s' may not change anything here.".formatted(incoming.header("Origin").orElse("another site")));
        }
    }

    /// The host without its port.
    private static String name(String host) {
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    private static boolean isForeign(Incoming incoming, String host) {
        var site = incoming.header("Sec-Fetch-Site").orElse("none");
        boolean ours = site.equals("none") || site.equals("same-origin");
        return !ours || incoming.header("Origin").filter(origin -> !isOf(origin, host)).isPresent();
    }

    private static boolean isOf(String origin, String host) {
        try {
            return host.equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// Who it is.
    ///
    /// @throws HttpRefusedException if a token is needed and there is none, or it does not open this door
    Identity identify(Incoming incoming) {
        if (keys.isEmpty()) {
            return Identity.LOCAL;
        }
        var token = token(incoming).orElseThrow(() -> unauthorized("This needs a token: 'Authorization: Bearer TOKEN'."));
        return keys.get().holder(token).orElseThrow(() -> unauthorized("The token is wrong, was revoked, or has expired."));
    }

    /// Tells later whether he who was [identified][#identify] is still let in.
    BooleanSupplier watch(Incoming incoming, Identity who) {
        if (keys.isEmpty()) {
            return () -> true;
        }
        var token = token(incoming).orElseThrow();
        return () -> keys.get().holder(token).filter(who::equals).isPresent();
    }

    private static Optional<String> token(Incoming incoming) {
        return incoming.header("Authorization").filter(h -> h.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(h -> h.substring(BEARER.length()).strip())
                .or(() -> incoming.header("Cookie").flatMap(Guard::cookie));
    }

    private static Optional<String> cookie(String header) {
        return List.of(header.split(";")).stream().map(String::strip).filter(c -> c.startsWith(COOKIE))
                .map(c -> c.substring(COOKIE.length())).findFirst();
    }

    private static HttpRefusedException unauthorized(String message) {
        return new HttpRefusedException(401, "unauthorized", message + "\nAsk whoever runs the server: sextant token create NAME",
                Map.of("WWW-Authenticate", "Bearer realm=\"sextant\""));
    }

    /// @throws HttpRefusedException if somebody may not take a route
    static void checkRole(Identity who, Route route) {
        if (!route.roles().contains(who.role())) {
            throw new HttpRefusedException(403, "forbidden", "'%s' has the role %s; %s %s is for %s.".formatted(who.name(), who.role().word(),
                    route.method(), route.path(), String.join(", ", route.roles().stream().sorted().map(r -> r.word()).toList())));
        }
    }
}
