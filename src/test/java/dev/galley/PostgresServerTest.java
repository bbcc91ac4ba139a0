package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresServerTest {
    @Test
    void aLaunchedServerAnswersInUtf8() throws SQLException {
        try (PostgresServer.Running server = PostgresServer.launch();
                Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(), PostgresServer.Running.USERNAME, PostgresServer.Running.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW server_encoding")) {
            assertTrue(row.next());
            assertEquals("UTF8", row.getString(1));
            assertEquals(18, connection.getMetaData().getDatabaseMajorVersion());
        }
    }

    @Test
    void noServerStartsWhereTheBuildTestsOnH2() {
        String before = System.clearProperty(PostgresServer.BUILD_DATABASE);
        try {
            PostgresServer resource = new PostgresServer();
            assertEquals(Map.of(), resource.start());
            resource.stop();
        } finally {
            if (before != null) {
                System.setProperty(PostgresServer.BUILD_DATABASE, before);
            }
        }
    }
}
