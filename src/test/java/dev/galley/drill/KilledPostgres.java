package dev.galley.drill;

import static org.awaitility.Awaitility.await;

import dev.galley.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL that is killed and started again on the same data. */
final class KilledPostgres implements AutoCloseable {
    private final Path dataDir;
    private final PostgresServer.Running running;
    private final List<String> command = new ArrayList<>();

    private KilledPostgres(Path dataDir, EmbeddedPostgres server) {
        this.dataDir = dataDir;
        this.running = new PostgresServer.Running(server);
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL doesn't run as root, but as the nobody of a name space of its own.
            command.addAll(List.of("unshare", "-U"));
        }
        ProcessHandle.Info info = postmaster().info();
        command.add(info.command().orElseThrow());
        command.addAll(List.of(info.arguments().orElseThrow()));
    }

    /** The tests' PostgreSQL acknowledges before it has written; {@code on} makes it as PostgreSQL comes. */
    static KilledPostgres start(Path dataDir, String synchronousCommit) throws IOException {
        return new KilledPostgres(
                dataDir,
                EmbeddedPostgres.builder()
                        .setDataDirectory(dataDir)
                        .setServerConfig("synchronous_commit", synchronousCommit)
                        .setServerConfig("wal_writer_delay", "10s")
                        .start());
    }

    Map<String, String> settings() {
        return running.settings();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                running.jdbcUrl(), PostgresServer.Running.USERNAME, PostgresServer.Running.PASSWORD);
    }

    /** What is there now is written, whatever comes. */
    void checkpoint() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    /** SIGKILL for all of its processes. */
    void kill() {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Until it answers. */
    void startAgain() throws IOException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> {
                    connect().close();
                    return true;
                });
    }

    @Override
    public void close() {
        running.close();
    }

    private ProcessHandle postmaster() {
        try (Stream<String> lines = Files.lines(dataDir.resolve("postmaster.pid"))) {
            return ProcessHandle.of(
                            Long.parseLong(lines.findFirst().orElseThrow().strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
