package dev.galley;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the tests' own, with no Docker: as a resource of {@code @QuarkusTest} it starts only where the build
 * tests on PostgreSQL; {@link #launch()} starts one anyway.
 */
public final class PostgresServer implements QuarkusTestResourceLifecycleManager {
    /** Names the kind of database that Quarkus builds for, see {@code pom.xml}. */
    static final String BUILD_DATABASE = "build.database";

    private @Nullable Running running;

    /** A server and how to connect to it; closing it deletes its data. */
    public record Running(EmbeddedPostgres server) implements AutoCloseable {
        public static final String USERNAME = "postgres";
        public static final String PASSWORD = "postgres";

        public String jdbcUrl() {
            return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
        }

        /** What Galley must be told to use it. */
        public Map<String, String> settings() {
            return Map.of(
                    "galley.database.url", jdbcUrl(),
                    "galley.database.username", USERNAME,
                    "galley.database.password", PASSWORD);
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Running launch() {
        try {
            return new Running(EmbeddedPostgres.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        if (!"postgresql".equals(System.getProperty(BUILD_DATABASE))) {
            return Map.of();
        }
        running = launch();
        return running.settings();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
