package dev.sextant.store.postgres;

import dev.sextant.store.sql.Sql;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/// The way to sessions of a database. The driver is called directly: looking for drivers on the class path takes longer.
///
/// @param name by which the server's administrator knows the sessions
record Connecting(PostgresAddress address, String name) {
    static final String SCHEMA = "sextant";

    /// A server that says nothing for so long is taken for unreachable; what became of the statement is then looked up.
    private static final int SILENCE_SECONDS = 30;
    private static final int CONNECT_SECONDS = 5;

    /// Undoes what the settings of a server, a database or a role may say about sessions in general.
    private static final String UNDONE = "-c statement_timeout=0 -c lock_timeout=0 -c default_transaction_isolation=read\\ committed";

    /// A session whose tables are ours, and whose commits wait for the disk whatever the server's settings say.
    Connection open() throws SQLException {
        var properties = properties();
        var database = new Driver().connect("jdbc:postgresql://%s:%d/%s".formatted(
                address.host().contains(":") ? "[" + address.host() + "]" : address.host(), address.port(),
                URLEncoder.encode(address.database(), StandardCharsets.UTF_8)), properties);
        if (database == null) {
            throw new SQLException("The driver does not know %s.".formatted(address));
        }
        boolean ready = false;
        try {
            prepare(database);
            ready = true;
            return database;
        } finally {
            if (!ready) {
                database.close();
            }
        }
    }

    private Properties properties() {
        var properties = new Properties();
        address.options().forEach(properties::setProperty);
        properties.setProperty("user", address.user());
        address.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("ApplicationName", name);
        properties.setProperty("currentSchema", SCHEMA);
        properties.setProperty("options", UNDONE);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(2 * CONNECT_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(SILENCE_SECONDS));
        return properties;
    }

    /// The rest of that, for settings that only some releases have.
    private static void prepare(Connection database) throws SQLException {
        Sql.run(database, """
                SELECT set_config(name, CASE name WHEN 'synchronous_commit' THEN 'on' ELSE '0' END, false) FROM pg_settings
                WHERE name IN ('idle_session_timeout', 'transaction_timeout') OR name = 'synchronous_commit' AND setting = 'off'""");
    }
}
