package dev.galley.drill;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.Api;
import dev.galley.RunningGalley;
import dev.galley.api.Concurrently;
import dev.galley.platform.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Writers that write until Galley or what it stands on is gone, and look afterwards whether all is there. */
final class Rounds {
    static final String KEY = "drill-key-drill-key-drill-key-drill-key-drill-key";
    private static final int WRITERS = 4;
    private static final int LONGEST_MILLIS = 1_000;
    private static final Duration LONGEST_RETURN = Duration.ofSeconds(20);

    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Findings findings = new Findings();
    private final List<Writer> writers = IntStream.range(0, WRITERS)
            .mapToObj(i -> new Writer("writer-" + i, seed + i, findings))
            .toList();

    /** Of what is published, by article, as the change log tells it as far as {@link #seq}. */
    private final Map<String, Long> versions = new HashMap<>();

    private long seq;

    Rounds() {
        System.out.println("test.seed=" + seed);
    }

    /** With a key, and nothing in it. */
    static RunningGalley.Launch empty(RunningGalley.Launch launch) {
        return launch.setting("galley.admin-key", KEY).setting("galley.samples", "false");
    }

    static Api api(RunningGalley galley) {
        return new Api(galley.baseUrl(), KEY);
    }

    Findings findings() {
        return findings;
    }

    /** Kills after a while of any length, once writing has begun. */
    void writeUntil(RunningGalley galley, Runnable kill) {
        Api api = api(galley);
        int before = findings.acknowledged().get();
        Concurrently.each(WRITERS + 1, i -> {
            if (i == WRITERS) {
                await().until(() -> findings.acknowledged().get() > before + WRITERS);
                pause(random.nextInt(LONGEST_MILLIS));
                kill.run();
            } else {
                writers.get(i).write(api);
            }
            return i;
        });
    }

    /** What was written since the last time. */
    void check(RunningGalley galley) {
        Api api = api(galley);
        readLog(api);
        each(writer -> writer.check(api, versions));
    }

    void checkAll(RunningGalley galley) {
        Api api = api(galley);
        readLog(api);
        each(writer -> writer.checkAll(api, versions));
    }

    private void each(java.util.function.Consumer<Writer> act) {
        Concurrently.each(WRITERS, i -> {
            act.accept(writers.get(i));
            return i;
        });
    }

    /** What can't be answered yet is asked again: that it takes a while is for others to judge. */
    static HttpResponse<String> read(Api api, String path) {
        return await().atMost(LONGEST_RETURN).until(() -> api.get(path), answer -> answer.statusCode() != 503);
    }

    private void readLog(Api api) {
        JsonNode changes;
        do {
            HttpResponse<String> answer = read(api, "/v1/changes?limit=1000&since=" + seq);
            if (answer.statusCode() != 200) {
                findings.gaps().add("behind " + seq + ": " + answer.body());
                return;
            }
            changes = Json.parse(answer.body().getBytes(StandardCharsets.UTF_8)).path("data");
            changes.forEach(this::read);
        } while (!changes.isEmpty());
    }

    private void read(JsonNode change) {
        if (change.path("seq").asLong() != seq + 1) {
            findings.gaps().add(change.path("seq") + " follows " + seq);
        }
        seq = change.path("seq").asLong();
        JsonNode article = change.path("article");
        if (change.path("type").asText().equals("article.unpublished")) {
            versions.remove(article.path("id").asText());
        } else {
            versions.put(article.path("id").asText(), article.path("version").asLong());
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
