package dev.galley.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.Api;
import dev.galley.RunningGalley;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of PostgreSQL under a Galley that runs on. */
class PostgresKillDrill {
    private static final int ROUNDS = 5;
    private static final String KEPT = "/v1/articles/kept";
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETURN = Duration.ofSeconds(5);

    @TempDir
    Path dir;

    @Test
    void galleySaysThatItCannotAndComesBackByItself() throws Exception {
        Rounds rounds = new Rounds();
        List<Answer> meanwhile = new ArrayList<>();
        Duration slowestReturn = Duration.ZERO;
        try (KilledPostgres postgres = KilledPostgres.start(dir.resolve("postgres"), "on");
                RunningGalley galley = start(postgres)) {
            Api api = Rounds.api(galley);
            assertTrue(Answer.of(api, "POST /v1/editorial/imports?publish=true&slug=kept", 0)
                    .isOk());
            for (int i = 0; i < ROUNDS; i++) {
                assertTrue(Answer.of(api, KEPT, 1).isOk());
                rounds.writeUntil(galley, postgres::kill);
                assertGoesOn(api);
                meanwhile.addAll(ask(api));
                assertGoesOn(api);
                assertEquals(200, api.get("/q/health/live").statusCode());
                postgres.startAgain();
                Duration took = untilItAnswers(api);
                slowestReturn = took.compareTo(slowestReturn) > 0 ? took : slowestReturn;
                rounds.check(galley);
            }
            rounds.checkAll(galley);
        }
        Figures.add(
                "kill -9 of PostgreSQL, started again",
                ROUNDS + " rounds, " + meanwhile.size() + " requests meanwhile",
                Figures.format(
                        "%s; meanwhile %s, the slowest after %d ms; back after %d ms at most",
                        rounds.findings(),
                        Answer.statuses(meanwhile),
                        Answer.slowest(meanwhile).toMillis(),
                        slowestReturn.toMillis()));
        rounds.findings().assertNone();
        Answer.assertFair(meanwhile, LONGEST_ANSWER);
    }

    /** The negative control: a PostgreSQL that acknowledges first and writes later. */
    @Test
    void aPostgresThatWritesLaterIsFoundOut() throws Exception {
        Rounds rounds = new Rounds();
        try (KilledPostgres postgres = KilledPostgres.start(dir.resolve("postgres"), "off");
                RunningGalley galley = start(postgres)) {
            for (int i = 0; i < 3; i++) {
                postgres.checkpoint();
                rounds.writeUntil(galley, postgres::kill);
                postgres.startAgain();
                untilItAnswers(Rounds.api(galley));
                rounds.check(galley);
            }
        }
        Figures.add(
                "Control: PostgreSQL with synchronous_commit=off",
                "3 rounds",
                rounds.findings().toString());
        assertFalse(rounds.findings().lost().isEmpty());
    }

    /** What was asked for before is answered from memory. */
    private static void assertGoesOn(Api api) {
        Answer.all(api, 20, KEPT).forEach(answer -> assertEquals(200, answer.status(), answer.body()));
    }

    private static List<Answer> ask(Api api) {
        return Answer.all(
                api,
                20,
                "/v1/editorial/articles",
                "POST /v1/editorial/imports",
                "/v1/articles",
                "/v1/changes",
                "/v1/sections");
    }

    private static Duration untilItAnswers(Api api) {
        long start = System.nanoTime();
        await().atMost(LONGEST_RETURN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Answer.of(api, "POST /v1/editorial/imports?publish=false", 1)
                                .isOk()
                        && Answer.of(api, "/v1/articles", 1).isOk());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private RunningGalley start(KilledPostgres postgres) {
        return Rounds.empty(RunningGalley.postgresql(dir.resolve("galley")).settings(postgres.settings()))
                .start();
    }
}
