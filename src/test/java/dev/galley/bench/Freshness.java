package dev.galley.bench;

import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Publishes while a thousand reads a second go on, and looks for an answer that is older than what was acknowledged when
 * it was asked for; {@code src/bench/freshness.sh} starts it.
 */
final class Freshness {
    private static final String KEY = "bench-key-bench-key-bench-key-bench-key";
    private static final int ARTICLES = 50;
    private static final int WRITERS = 2;
    private static final int READERS = 8;
    private static final int READS_PER_SECOND = 1_000;
    private static final Pattern EDITION = Pattern.compile("Edition (\\d+) of (\\d+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningGalley galley;
    private final AtomicIntegerArray acknowledged = new AtomicIntegerArray(ARTICLES);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final LongAdder reads = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private final List<Long> published = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> served = Collections.synchronizedList(new ArrayList<>());

    private Freshness(RunningGalley galley) {
        this.galley = galley;
    }

    public static void main(String[] arguments) throws Exception {
        boolean postgresql = arguments.length > 0 && arguments[0].equals("postgresql");
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        Path data = Files.createTempDirectory("galley-freshness");
        if (postgresql) {
            try (PostgresServer.Running server = PostgresServer.launch()) {
                run(RunningGalley.postgresql(data).settings(server.settings()), seconds);
            }
        } else {
            run(RunningGalley.h2(data), seconds);
        }
    }

    private static void run(RunningGalley.Launch launch, int seconds) throws Exception {
        launch.setting("galley.admin-key", KEY)
                .setting("galley.samples", "false")
                .javaOption("-XX:TieredStopAtLevel=4");
        try (RunningGalley galley = launch.start()) {
            new Freshness(galley).run(seconds);
        }
    }

    private void run(int seconds) throws Exception {
        for (int article = 0; article < ARTICLES; article++) {
            publish(article, 0);
        }
        List<Thread> threads = new ArrayList<>();
        IntStream.range(0, WRITERS).forEach(writer -> threads.add(new Thread(() -> write(writer))));
        IntStream.range(0, READERS).forEach(reader -> threads.add(new Thread(this::read)));
        threads.forEach(Thread::start);
        TimeUnit.SECONDS.sleep(seconds);
        stopped.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf(
                Locale.ROOT,
                "%d s, %d publications, %.0f reads a second, stale answers: %d; from the request to publish until it was"
                        + " served: median %.1f ms, 99th percentile %.1f ms; from its acknowledgement: %.1f ms, %.1f ms%n",
                seconds,
                published.size(),
                reads.doubleValue() / seconds,
                stale.sum(),
                percentile(published, 0.5),
                percentile(published, 0.99),
                percentile(served, 0.5),
                percentile(served, 0.99));
        if (stale.sum() > 0) {
            System.exit(1);
        }
    }

    /** Each writer has articles of its own. */
    private void write(int writer) {
        for (int edition = 1; !stopped.get(); edition++) {
            for (int article = writer; article < ARTICLES && !stopped.get(); article += WRITERS) {
                long begun = System.nanoTime();
                publish(article, edition);
                long done = System.nanoTime();
                acknowledged.set(article, edition);
                look("/v1/articles/article-" + article);
                long seen = System.nanoTime();
                published.add(seen - begun);
                served.add(seen - done);
                pause(Duration.ofMillis(20));
            }
        }
    }

    private void read() {
        long pause = TimeUnit.SECONDS.toNanos(READERS) / READS_PER_SECOND;
        for (long next = System.nanoTime(); !stopped.get(); next += pause) {
            int article = ThreadLocalRandom.current().nextInt(ARTICLES);
            boolean list = ThreadLocalRandom.current().nextInt(10) == 0;
            look(list ? "/v1/articles?limit=20&sort=title" : "/v1/articles/article-" + article);
            pause(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        }
    }

    /** Every edition that an answer shows is at least the one that was acknowledged before it was asked for. */
    private void look(String path) {
        int[] least = IntStream.range(0, ARTICLES).map(acknowledged::get).toArray();
        String body = send(HttpRequest.newBuilder(galley.uri(path)).build()).body();
        reads.increment();
        Matcher edition = EDITION.matcher(body);
        boolean found = false;
        while (edition.find()) {
            found = true;
            if (Integer.parseInt(edition.group(1)) < least[Integer.parseInt(edition.group(2))]) {
                stale.increment();
                System.err.println("stale: " + path + " shows " + edition.group());
            }
        }
        if (!found) {
            throw new IllegalStateException(path + " answered " + body);
        }
    }

    private void publish(int article, int edition) {
        String source = "# Edition " + edition + " of " + article + "\n\n" + "Some words of it. ".repeat(200) + "\n";
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(galley.uri("/v1/editorial/imports?publish=true&slug=article-" + article))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "text/markdown")
                        .POST(BodyPublishers.ofString(source))
                        .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.body());
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double percentile(List<Long> times, double share) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get((int) ((sorted.size() - 1) * share)) / 1e6;
    }
}
