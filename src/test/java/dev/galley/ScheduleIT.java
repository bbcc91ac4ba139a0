package dev.galley;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due happens once, whichever nodes there are, and also when one dies or none was there in time. */
class ScheduleIT {
    private static final String KEY = "schedule-key-schedule-key-schedule-key";
    private static final int ARTICLES = Integer.getInteger("test.due", 300);
    private static final int PUBLISHED_BEFORE_THE_KILL = 50;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path dataDir;

    @Test
    void allThatIsDueAtOnceOnTwoNodesOfWhichOneDiesIsPublishedOnceEach() throws Exception {
        try (PostgresServer.Running postgres = PostgresServer.launch()) {
            RunningGalley.Launch launch =
                    launch(RunningGalley.postgresql(dataDir).settings(postgres.settings()));
            try (RunningGalley dies = launch.start();
                    RunningGalley stays = launch.start()) {
                Instant due = inThe(Duration.ofSeconds(15));
                IntStream.range(0, ARTICLES).parallel().forEach(i -> schedule((i % 2 == 0 ? dies : stays), i, due));
                assertTrue(Instant.now().isBefore(due), "all is scheduled before it is due");
                assertEquals(0, count(postgres, "article"));

                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> count(postgres, "article") >= PUBLISHED_BEFORE_THE_KILL);
                dies.kill();
                assertTrue(count(postgres, "article") < ARTICLES, "there is something left to do after the kill");

                await().atMost(LIMIT).until(() -> count(postgres, "appointment") == 0);
                System.out.printf(
                        "%d articles due at once, on two nodes of which one died: all published after %s%n",
                        ARTICLES, Duration.between(due, Instant.now()));
                assertEquals(ARTICLES, count(postgres, "article"));
                assertEquals(ARTICLES, count(postgres, "change_log"));
                assertEquals(ARTICLES, number(postgres, "select count(distinct article_id) from change_log"));
                assertEquals(ARTICLES, number(postgres, "select seq from change_counter"));
            }
        }
    }

    @Test
    void whatBecameDueWithoutARunningNodeHappensWhenOneStarts() throws Exception {
        RunningGalley.Launch launch = launch(RunningGalley.h2(dataDir));
        Instant due;
        try (RunningGalley galley = launch.start()) {
            due = inThe(Duration.ofSeconds(3));
            schedule(galley, 1, due);
            galley.kill();
        }
        await().until(inThePast(due));
        try (RunningGalley galley = launch.start()) {
            Api api = new Api(galley.baseUrl(), KEY);
            await().until(() -> api.get("/v1/articles/article-1").statusCode() == 200);
            assertEquals(
                    due.toString(),
                    api.json("/v1/articles/article-1").path("publishedAt").asText());
        }
    }

    private static RunningGalley.Launch launch(RunningGalley.Launch launch) {
        return launch.setting("galley.admin-key", KEY).setting("galley.samples", "false");
    }

    private static Instant inThe(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Callable<Boolean> inThePast(Instant time) {
        return () -> Instant.now().isAfter(time);
    }

    private static void schedule(RunningGalley galley, int number, Instant due) {
        String slug = "article-" + number;
        String source = "---\ndate: " + due + "\n---\n# Article " + number + "\n\n## One\n\nWords of " + number + "\n";
        try {
            Api api = new Api(galley.baseUrl(), KEY);
            assertEquals(
                    201,
                    api.post("/v1/editorial/imports?publish=true&slug=" + slug, "text/markdown", source)
                            .statusCode());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(PostgresServer.Running postgres, String table) throws SQLException {
        return number(postgres, "select count(*) from " + table);
    }

    private static long number(PostgresServer.Running postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(), PostgresServer.Running.USERNAME, PostgresServer.Running.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
