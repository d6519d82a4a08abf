package dev.sextant.store.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a database is, and who asks for it: `postgresql://user@host:5432/database?sslmode=verify-full`.
///
/// @param password empty where it is looked up in `~/.pgpass`, or not needed
/// @param options of the connection, by the names that PostgreSQL's own programs use
public record PostgresAddress(String host, int port, String database, String user, Optional<String> password,
        Map<String, String> options) {
    private static final List<String> OPTIONS = List.of("sslmode", "sslrootcert", "sslcert", "sslkey");
    private static final int STANDARD_PORT = 5432;
    private static final Pattern SCHEME = Pattern.compile("postgres(ql)?://.*", Pattern.DOTALL);
    private static final Pattern PASSWORD = Pattern.compile("(//[^/@:]*):[^@/]*@");

    public PostgresAddress {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /// Whether a text is meant to be such an address.
    public static boolean looksLike(String text) {
        return SCHEME.matcher(text).matches();
    }

    /// Reads an address. What it leaves out comes from where PostgreSQL's own programs take it: `PGUSER`, `PGPASSWORD`.
    ///
    /// @param variables the environment
    /// @throws IllegalArgumentException if it is none
    public static PostgresAddress parse(String text, Function<String, Optional<String>> variables) {
        var address = uri(text);
        var login = Optional.ofNullable(address.getRawUserInfo()).map(info -> info.split(":", 2)).orElseGet(() -> new String[0]);
        var host = Optional.ofNullable(address.getHost()).map(h -> h.replaceAll("[\\[\\]]", ""))
                .orElseThrow(() -> wrong(text, "it names no host"));
        var database = Optional.ofNullable(address.getPath()).filter(path -> path.length() > 1).map(path -> path.substring(1))
                .orElseThrow(() -> wrong(text, "it names no database"));
        var user = Optional.of(login).filter(l -> l.length > 0 && !l[0].isEmpty()).map(l -> decoded(l[0]))
                .or(() -> variables.apply("PGUSER")).orElseThrow(() -> wrong(text, "it names no user, and PGUSER is not set"));
        var password = Optional.of(login).filter(l -> l.length > 1).map(l -> decoded(l[1])).or(() -> variables.apply("PGPASSWORD"));
        return new PostgresAddress(host, address.getPort() < 0 ? STANDARD_PORT : address.getPort(), database, user, password,
                options(text, address.getRawQuery()));
    }

    private static URI uri(String text) {
        if (!looksLike(text)) {
            throw wrong(text, "it does not begin with postgresql://");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw wrong(text, wrong.getReason());
        }
    }

    private static Map<String, String> options(String text, @Nullable String query) {
        var options = new LinkedHashMap<String, String>();
        for (var option : query == null ? new String[0] : query.split("&", -1)) {
            var parts = option.split("=", 2);
            if (parts.length < 2 || !OPTIONS.contains(parts[0])) {
                throw wrong(text, "'%s' is no option of it; options are %s".formatted(option, String.join(", ", OPTIONS)));
            }
            options.put(parts[0], decoded(parts[1]));
        }
        return options;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("""
                '%s' is not the address of a PostgreSQL database: %s.
                It is written postgresql://USER@HOST/DATABASE, with :PORT behind the host if that is not %d."""
                .formatted(PASSWORD.matcher(text).replaceAll("$1:***@"), why, STANDARD_PORT));
    }

    /// Without the password.
    @Override
    public String toString() {
        return "postgresql://%s@%s%s/%s".formatted(user, host.contains(":") ? "[" + host + "]" : host,
                port == STANDARD_PORT ? "" : ":" + port, database);
    }
}
