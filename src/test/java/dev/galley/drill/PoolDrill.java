package dev.galley.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.Api;
import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session of somebody else's holds a lock that every publication waits for, until the pool has no connection left. */
class PoolDrill {
    private static final int WAITING = 60;
    private static final Duration LONGEST_READ = Duration.ofSeconds(10);

    /** It may wait for a lock, in vain, and once more for another one. */
    private static final Duration LONGEST_PUBLICATION = Duration.ofSeconds(25);

    private static final Duration LONGEST_RETURN = Duration.ofSeconds(5);
    private static final String LOCKED = "change_counter";

    @TempDir
    Path dataDir;

    @Test
    void whoGetsNoConnectionIsToldInTime() throws Exception {
        try (PostgresServer.Running postgres = PostgresServer.launch();
                RunningGalley galley = start(postgres)) {
            Api api = Rounds.api(galley);
            assertTrue(
                    Answer.of(api, "POST /v1/editorial/imports?publish=true", 0).isOk());
            List<Answer> reads = new ArrayList<>();
            List<Answer> publications = whileLocked(postgres, api, reads);
            Duration back = untilItAnswers(api);
            Figures.add(
                    "Connection pool exhausted",
                    WAITING + " publications that wait for a lock, " + reads.size() + " reads meanwhile",
                    Figures.format(
                            "publications %s, the slowest after %d ms; reads %s, the slowest after %d ms; back after"
                                    + " %d ms",
                            Answer.statuses(publications),
                            Answer.slowest(publications).toMillis(),
                            Answer.statuses(reads),
                            Answer.slowest(reads).toMillis(),
                            back.toMillis()));
            Answer.assertFair(publications, LONGEST_PUBLICATION);
            Answer.assertFair(reads, LONGEST_READ);
            assertTrue(
                    reads.stream().anyMatch(answer -> answer.status() == 503),
                    "the negative control: the pool was exhausted");
        }
    }

    private static List<Answer> whileLocked(PostgresServer.Running postgres, Api api, List<Answer> reads)
            throws Exception {
        try (Connection other = DriverManager.getConnection(
                        postgres.jdbcUrl(), PostgresServer.Running.USERNAME, PostgresServer.Running.PASSWORD);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from " + LOCKED + " for update");
            CompletableFuture<List<Answer>> publications = CompletableFuture.supplyAsync(
                    () -> Answer.all(api, WAITING, "POST /v1/editorial/imports?publish=true"));
            while (!publications.isDone()) {
                reads.addAll(Answer.all(api, 5, "/v1/articles", "/v1/editorial/articles"));
                assertEquals(200, api.get("/q/health/live").statusCode());
            }
            return publications.get();
        }
    }

    private static Duration untilItAnswers(Api api) {
        long start = System.nanoTime();
        await().atMost(LONGEST_RETURN).pollInterval(Duration.ofMillis(20)).until(() -> Answer.of(
                        api, "POST /v1/editorial/imports?publish=true", 1)
                .isOk());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private RunningGalley start(PostgresServer.Running postgres) {
        return Rounds.empty(RunningGalley.postgresql(dataDir).settings(postgres.settings()))
                .start();
    }
}
