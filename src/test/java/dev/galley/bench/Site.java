package dev.galley.bench;

import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database for Galley, and how both ways in reach it: Galley's and the generator's. */
record Site(RunningGalley.Launch launch, String jdbcUrl, String username, String password) {
    static Site on(PostgresServer.Running server, Path dataDir) {
        return new Site(
                RunningGalley.postgresql(dataDir).settings(server.settings()),
                server.jdbcUrl(),
                PostgresServer.Running.USERNAME,
                PostgresServer.Running.PASSWORD);
    }

    /** Lets Galley make its tables, and fills them. */
    void fill(GeneratedArticles articles) throws SQLException {
        try (RunningGalley galley = launch.start()) {
            galley.stop();
        }
        // The rows are right, and checking them takes as long as writing them.
        String unchecked =
                isPostgresql() ? "set session_replication_role = replica" : "set referential_integrity false";
        try (Connection connection = connect()) {
            execute(connection, unchecked);
            ArticleTables.fill(connection, articles);
            execute(connection, isPostgresql() ? "vacuum analyze" : "analyze");
            if (!isPostgresql()) {
                execute(connection, "shutdown compact");
            }
        }
    }

    /** So that nothing which follows the change log has anything to do. */
    void forgetChanges() throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, "delete from change_log");
            execute(connection, "update change_counter set seq = 0");
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                isPostgresql() ? jdbcUrl + "?reWriteBatchedInserts=true" : jdbcUrl, username, password);
    }

    long postgresqlSize() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet size = statement.executeQuery("select pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        }
    }

    private boolean isPostgresql() {
        return jdbcUrl.startsWith("jdbc:postgresql:");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
