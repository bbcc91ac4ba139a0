package dev.galley.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.Api;
import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import dev.galley.platform.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of two nodes stands still while the other publishes, as a machine does that swaps or is moved. */
class SuspendedNodeDrill {
    private static final Duration SUSPENDED = Duration.ofSeconds(Integer.getInteger("test.suspended", 60));
    private static final int QUESTIONS = 100;
    private static final int NEW_EDITION = 2;

    @TempDir
    Path dataDir;

    @Test
    void itNeverAnswersWithWhatWasThereBefore() throws Exception {
        try (PostgresServer.Running postgres = PostgresServer.launch();
                RunningGalley one = start(postgres, "one");
                RunningGalley other = start(postgres, "other")) {
            publish(one, 1);
            Api api = Rounds.api(other);
            HttpResponse<String> stale = api.get("/v1/articles/tide");
            assertEquals(200, stale.statusCode());
            other.suspend();
            publish(one, NEW_EDITION);
            Thread.sleep(SUSPENDED.toMillis());
            // The old ones are closed for having been idle.
            HttpClient newConnections =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, QUESTIONS)
                    .mapToObj(i -> newConnections.sendAsync(
                            HttpRequest.newBuilder(other.uri("/v1/articles/tide"))
                                    .build(),
                            BodyHandlers.ofString()))
                    .toList();
            other.resume();
            List<HttpResponse<String>> answers =
                    asked.stream().map(CompletableFuture::join).toList();
            long unable = answers.stream()
                    .filter(answer -> answer.statusCode() == 503)
                    .count();
            Figures.add(
                    "A node suspended for " + SUSPENDED.toSeconds() + " s",
                    QUESTIONS + " questions when it wakes",
                    Figures.format("%d fresh answers, %d times 503, stale: 0", QUESTIONS - unable, unable));
            answers.forEach(answer -> assertTrue(answer.statusCode() == 503 || isFresh(answer), answer::body));
            assertFalse(isFresh(stale), "the negative control: what was there before is told apart");
        }
    }

    private static boolean isFresh(HttpResponse<String> answer) {
        return answer.statusCode() == 200
                && Editions.of(Json.parse(answer.body().getBytes(StandardCharsets.UTF_8))) == NEW_EDITION;
    }

    private static void publish(RunningGalley galley, int edition) {
        assertTrue(Answer.of(Rounds.api(galley), "POST /v1/editorial/imports?publish=true&slug=tide", edition)
                .isOk());
    }

    private RunningGalley start(PostgresServer.Running postgres, String directory) {
        return Rounds.empty(RunningGalley.postgresql(dataDir.resolve(directory)).settings(postgres.settings()))
                .start();
    }
}
