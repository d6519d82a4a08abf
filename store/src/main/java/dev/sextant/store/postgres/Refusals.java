package dev.sextant.store.postgres;

import dev.sextant.engine.port.StoreException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What a PostgreSQL server refused, in words for people. The codes are those of PostgreSQL's documentation, appendix A.
final class Refusals {
    private Refusals() {}

    /// A complaint about a database as a whole.
    static StoreException of(PostgresAddress address, SQLException cause) {
        return new StoreException(text(address, cause), cause);
    }

    /// Whether a statement failed with its connection, so that nothing is known of its outcome.
    static boolean isBroken(SQLException failed) {
        var code = code(failed);
        return code.startsWith("08") || code.equals("57P01") || code.equals("57P02") || code.equals("57P03") || code.equals("57P05") || code.equals("25P03");
    }

    /// Whether a row stands there already.
    static boolean isTaken(SQLException failed) {
        return code(failed).equals("23505");
    }

    static String code(SQLException failed) {
        return failed.getSQLState() == null ? "" : failed.getSQLState();
    }

    static String text(PostgresAddress address, SQLException cause) {
        return switch (code(cause)) {
            case "28P01", "28000", "08004" -> login(address, cause);
            case "3D000" -> """
                    there is no database '%s' at %s.
                    Make it (createdb %s), or name another one.""".formatted(address.database(), address, address.database());
            case "08001", "08006", "08003", "57P01", "57P02", "57P03", "57P05" -> unreachable(address, cause);
            case "42501" -> """
                    user '%s' may not do that in %s: %s.
                    Its owner can allow it: GRANT CREATE ON DATABASE %s TO %s; Sextant makes a schema 'sextant' of its own there."""
                    .formatted(address.user(), address, said(cause), address.database(), address.user());
            case "25006" -> """
                    %s may only be read: the server is a replica, or the user is read-only (default_transaction_read_only).
                    Name the primary server, or a user who may write.""".formatted(address);
            case "53100" -> """
                    the disk of %s is full.
                    Make room; all that was acknowledged is kept.""".formatted(address);
            case "53300" -> """
                    %s has no connection left (%s).
                    Raise max_connections there, or end other programs; Sextant needs up to %d."""
                    .formatted(address, said(cause), PostgresReaders.MOST + 3);
            default -> "PostgreSQL cannot do that in %s: %s.".formatted(address, said(cause));
        };
    }

    private static String login(PostgresAddress address, SQLException cause) {
        return """
                user '%s' may not log in at %s: %s.
                A password is read from PGPASSWORD or ~/.pgpass (HOST:PORT:DATABASE:USER:PASSWORD, chmod 600)."""
                .formatted(address.user(), address, said(cause));
    }

    private static String unreachable(PostgresAddress address, SQLException cause) {
        var why = cause.getCause() instanceof UnknownHostException ? "there is no host '%s'".formatted(address.host()) : said(cause);
        return """
                %s does not answer: %s.
                Is the server up, and does it listen at %s, port %d?""".formatted(address, why, address.host(), address.port());
    }

    /// What the server itself said, in one line without a full stop.
    private static String said(SQLException cause) {
        var message = cause instanceof PSQLException known
                ? Optional.ofNullable(known.getServerErrorMessage()).map(ServerErrorMessage::getMessage).orElse(cause.getMessage())
                : cause.getMessage();
        return String.valueOf(message).lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
