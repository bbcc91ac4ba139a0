package dev.galley.bench;

import dev.galley.RunningGalley;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database for Galley, and how both ways in reach it: Galley's and the generator's. */
record Site(RunningGalley.Launch launch, String jdbcUrl, String username, String password) {
    /** Lets Galley make its tables, and fills them. */
    void fill(GeneratedArticles articles) throws SQLException {
        try (RunningGalley galley = launch.start()) {
            galley.stop();
        }
        try (Connection connection = connect()) {
            // The rows are right, and checking them takes as long as writing them.
            execute(
                    connection,
                    isPostgresql() ? "set session_replication_role = replica" : "set referential_integrity false");
            ArticleTables.fill(connection, articles);
            execute(connection, isPostgresql() ? "vacuum analyze" : "analyze");
            if (!isPostgresql()) {
                execute(connection, "set referential_integrity true");
            }
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                isPostgresql() ? jdbcUrl + "?reWriteBatchedInserts=true" : jdbcUrl, username, password);
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
