package dev.galley.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.Api;
import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the data is full for a while. */
class DiskFullDrill {
    private static final int ROUNDS = 3;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETURN = Duration.ofSeconds(10);
    private static final String WRITE = "POST /v1/editorial/imports?publish=true";

    @TempDir
    Path dir;

    @Test
    void itHealsByItselfOnH2() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(dir.resolve("small"), 64)) {
            drill("H2", disk, RunningGalley.h2(dir.resolve("small/data")).setting("galley.disk-reserve", "12M"));
        }
    }

    /** Its tables alone are on the small disk: a PostgreSQL that can't write its log ends, and Galley can't help that. */
    @Test
    void itHealsByItselfOnPostgresql() throws Exception {
        try (PostgresServer.Running postgres = PostgresServer.launch();
                SmallDisk disk = SmallDisk.mount(dir.resolve("small"), 64)) {
            keepTablesOn(dir.resolve("small"), postgres);
            drill(
                    "PostgreSQL",
                    disk,
                    RunningGalley.postgresql(dir.resolve("data")).settings(postgres.settings()));
        }
    }

    private static void keepTablesOn(Path directory, PostgresServer.Running postgres) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), PostgresServer.Running.USERNAME, PostgresServer.Running.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create tablespace small location '" + directory + "'");
            statement.execute("alter role postgres set default_tablespace = 'small'");
        }
    }

    private static void drill(String database, SmallDisk disk, RunningGalley.Launch launch) throws Exception {
        Rounds rounds = new Rounds();
        List<Answer> writes = new ArrayList<>();
        List<Answer> reads = new ArrayList<>();
        Duration slowestReturn = Duration.ZERO;
        try (RunningGalley galley = Rounds.empty(launch).start()) {
            Api api = Rounds.api(galley);
            for (int i = 0; i < ROUNDS; i++) {
                rounds.writeUntil(galley, disk::fill);
                writes.addAll(Answer.all(api, 20, WRITE));
                reads.addAll(Answer.all(api, 20, "/v1/articles", "/v1/editorial/articles"));
                disk.makeRoom();
                Duration took = untilItWrites(api);
                slowestReturn = took.compareTo(slowestReturn) > 0 ? took : slowestReturn;
                rounds.check(galley);
            }
            rounds.checkAll(galley);
        }
        try (RunningGalley again = launch.start()) {
            rounds.checkAll(again);
        }
        Figures.add(
                "Disk full on " + database,
                ROUNDS + " rounds",
                Figures.format(
                        "%s; writes meanwhile %s, reads %s, the slowest after %d ms; back after %d ms at most",
                        rounds.findings(),
                        Answer.statuses(writes),
                        Answer.statuses(reads),
                        Math.max(
                                Answer.slowest(writes).toMillis(),
                                Answer.slowest(reads).toMillis()),
                        slowestReturn.toMillis()));
        rounds.findings().assertNone();
        Answer.assertFair(writes, LONGEST_ANSWER);
        assertTrue(writes.stream().anyMatch(answer -> !answer.isOk()), "the negative control: the disk was full");
        Answer.assertFair(reads, LONGEST_ANSWER);
        // An H2 that can't write closes, and opens again for the next one who asks.
        long answered = reads.stream().filter(Answer::isOk).count();
        assertTrue(answered >= 0.9 * reads.size(), "reads go on");
    }

    private static Duration untilItWrites(Api api) {
        long start = System.nanoTime();
        await().atMost(LONGEST_RETURN).pollInterval(Duration.ofMillis(20)).until(() -> Answer.of(api, WRITE, 1)
                .isOk());
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
