package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged Galley starts, and how it refuses to. */
class StartIT {
    private static final Pattern PRINTED_KEY = Pattern.compile("export GALLEY_ADMIN_KEY=(\\S+)");

    @TempDir
    Path dataDir;

    @Test
    void theFirstStartMakesAKeyAndSamplesAndTheNextKeepsThem() throws Exception {
        String key;
        List<String> samples;
        try (RunningGalley first = RunningGalley.h2(dataDir).start()) {
            Matcher printed = PRINTED_KEY.matcher(first.log());
            assertTrue(printed.find(), first.log());
            key = printed.group(1);
            samples = assertOpens(first, key);
            assertTrue(samples.size() >= 5, samples.toString());
            first.stop();
        }
        try (RunningGalley second = RunningGalley.h2(dataDir).start()) {
            assertFalse(PRINTED_KEY.matcher(second.log()).find(), second.log());
            assertFalse(second.log().contains(key));
            assertEquals(samples, assertOpens(second, key));
        }
    }

    /** Answers the ids of what is published. */
    private static List<String> assertOpens(RunningGalley galley, String key) throws IOException {
        Api api = new Api(galley.baseUrl(), key);
        assertEquals(200, api.get("/v1/editorial/articles").statusCode());
        return api.json("/v1/articles").path("data").findValuesAsText("id");
    }

    @Test
    void nodesThatStartAtOnceOnAnEmptyDatabaseMakeItOnce() throws Exception {
        try (PostgresServer.Running postgres = PostgresServer.launch()) {
            List<CompletableFuture<RunningGalley>> starting = IntStream.range(0, 3)
                    .mapToObj(node ->
                            CompletableFuture.supplyAsync(() -> RunningGalley.postgresql(dataDir.resolve("" + node))
                                    .settings(postgres.settings())
                                    .start()))
                    .toList();
            List<RunningGalley> nodes =
                    starting.stream().map(CompletableFuture::join).toList();
            try {
                assertEquals(
                        1,
                        nodes.stream()
                                .filter(node -> PRINTED_KEY.matcher(node.log()).find())
                                .count());
                for (RunningGalley node : nodes) {
                    assertEquals(
                            6,
                            new Api(node.baseUrl(), "")
                                    .json("/v1/articles")
                                    .path("data")
                                    .size());
                }
            } finally {
                nodes.forEach(RunningGalley::close);
            }
        }
    }

    @Test
    void aSchemaOfANewerVersionIsRefused() throws Exception {
        try (RunningGalley galley = RunningGalley.h2(dataDir).start()) {
            galley.stop();
        }
        try (Connection database =
                        DriverManager.getConnection("jdbc:h2:file:" + dataDir.resolve("galley"), "galley", "");
                Statement statement = database.createStatement()) {
            statement.execute("insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\","
                    + " \"type\", \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                    + " values (999, '999', 'to come', 'SQL', 'V999__to_come.sql', 1, 'galley', 1, true)");
        }
        RunningGalley.Exit exit = RunningGalley.h2(dataDir).startAndFail();
        assertNotEquals(0, exit.status());
        assertTrue(exit.log().contains("migrated by a newer version of Galley (its schema is 999)"), exit.log());
    }

    @Test
    void aSecondProcessOnTheSameFileIsRefused() {
        try (RunningGalley first = RunningGalley.h2(dataDir).start()) {
            RunningGalley.Exit second = RunningGalley.h2(dataDir).startAndFail();
            assertNotEquals(0, second.status());
            assertTrue(second.log().contains("already in use"), second.log());
            assertTrue(first.isRunning());
        }
    }

    @Test
    void theEmbeddedRunnableNamesTheOtherForPostgresql() {
        RunningGalley.Exit exit = RunningGalley.h2(dataDir)
                .setting("galley.database.url", "jdbc:postgresql://localhost:1/galley")
                .startAndFail();
        assertNotEquals(0, exit.status());
        assertTrue(exit.log().contains("Start quarkus-app-postgresql/quarkus-run.jar instead"), exit.log());
    }

    @Test
    void thePostgresqlRunnableNamesTheOtherForNoUrl() {
        RunningGalley.Exit exit = RunningGalley.postgresql(dataDir).startAndFail();
        assertNotEquals(0, exit.status());
        assertTrue(exit.log().contains("start quarkus-app/quarkus-run.jar"), exit.log());
    }

    @Test
    void anUnknownSettingStopsTheStartWithItsName() {
        RunningGalley.Exit exit =
                RunningGalley.h2(dataDir).setting("galley.limits.boddy", "1M").startAndFail();
        assertNotEquals(0, exit.status());
        assertTrue(exit.log().contains("galley.limits.boddy"), exit.log());
    }

    @Test
    void aKeyTooShortStopsTheStartWithItsName() {
        RunningGalley.Exit exit =
                RunningGalley.h2(dataDir).setting("galley.admin-key", "short").startAndFail();
        assertNotEquals(0, exit.status());
        assertTrue(exit.log().contains("GALLEY_ADMIN_KEY"), exit.log());
        assertFalse(exit.log().contains("\"short\""));
    }
}
