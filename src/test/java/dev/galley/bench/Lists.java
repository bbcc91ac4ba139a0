package dev.galley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Measures what a large site costs, with one client and one packaged Galley on this machine; {@code src/bench/lists.sh}
 * starts it.
 */
final class Lists {
    private static final Path WORK = Path.of("target", "bench");
    private static final String KEY = "bench-key-bench-key-bench-key-bench-key";
    private static final String HEAP = "1g";

    /** H2 as Galley opens it, but without keeping the answer of the last query, which is none of Galley's work. */
    private static final String H2 =
            "jdbc:h2:file:%s/galley;WRITE_DELAY=0;LOCK_TIMEOUT=10000;MAX_LENGTH_INPLACE_LOB=65536;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=0";

    private static final int WARM_UP = 500;
    private static final int MEASURED = 200;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration INDEX_LIMIT = Duration.ofMinutes(30);

    private final boolean postgresql;
    private final int articles;
    private final GeneratedArticles generated;
    private final Map<String, String> figures = new LinkedHashMap<>();
    private double baseline;

    private Lists(boolean postgresql, int articles) {
        this.postgresql = postgresql;
        this.articles = articles;
        this.generated = new GeneratedArticles(1, articles, GeneratedArticles.Shape.FULL);
    }

    public static void main(String[] arguments) throws Exception {
        String database = arguments.length == 0 ? "h2" : arguments[0];
        if (!List.of("h2", "postgresql").contains(database)) {
            System.err.println("Usage: lists.sh [h2|postgresql] [number of articles]...");
            System.exit(2);
        }
        int[] sizes = arguments.length < 2
                ? new int[] {1_000, 10_000, 200_000}
                : Stream.of(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        List<Lists> all = new ArrayList<>();
        for (int size : sizes) {
            Lists lists = new Lists(database.equals("postgresql"), size);
            lists.run();
            all.add(lists);
        }
        System.out.println(table(all));
        System.out.printf(
                Locale.ROOT,
                "Medians of %d after %d, asked one after the other; in brackets how many times the baseline. Java %s with"
                        + " %s of heap, %d processors.%n",
                MEASURED,
                WARM_UP,
                System.getProperty("java.version"),
                HEAP,
                Runtime.getRuntime().availableProcessors());
    }

    private static String table(List<Lists> all) {
        StringBuilder table = new StringBuilder("| " + (all.get(0).postgresql ? "PostgreSQL" : "H2"));
        all.forEach(lists -> table.append(" | ").append(String.format(Locale.ROOT, "%,d", lists.articles)));
        table.append(" |\n| ---").append(" | ---:".repeat(all.size())).append(" |\n");
        // The largest site has every row.
        for (String name : all.get(all.size() - 1).figures.keySet()) {
            table.append("| ").append(name);
            all.forEach(lists -> table.append(" | ").append(lists.figures.getOrDefault(name, "–")));
            table.append(" |\n");
        }
        return table.toString();
    }

    private void run() throws IOException, SQLException {
        Path dataDir = WORK.resolve("data");
        delete(WORK);
        Files.createDirectories(dataDir);
        try {
            if (postgresql) {
                try (PostgresServer.Running server = new PostgresServer.Running(EmbeddedPostgres.builder()
                        .setDataDirectory(WORK.resolve("postgresql"))
                        .start())) {
                    run(Site.on(server, dataDir), dataDir);
                }
            } else {
                String url = H2.formatted(dataDir.toAbsolutePath());
                run(
                        new Site(RunningGalley.h2(dataDir).setting("galley.database.url", url), url, "galley", ""),
                        dataDir);
            }
        } finally {
            delete(WORK);
        }
    }

    private void run(Site site, Path dataDir) throws IOException, SQLException {
        site.launch()
                .setting("galley.samples", "false")
                .setting("galley.admin-key", KEY)
                .setting("galley.delivery.cache-size", "0")
                .javaOption("-XX:TieredStopAtLevel=4")
                .javaOption("-Xms" + HEAP)
                .javaOption("-Xmx" + HEAP);
        say("filling");
        long began = System.nanoTime();
        site.fill(generated);
        say("filled in " + seconds(Duration.ofNanos(System.nanoTime() - began)));
        // Of the empty site; the next start makes one of the full one.
        delete(dataDir.resolve("search"));
        began = System.nanoTime();
        try (RunningGalley galley = site.launch().start()) {
            Duration start = Duration.ofNanos(System.nanoTime() - began);
            boolean searchable = awaitIndex(new Reader(galley.baseUrl()));
            measure(new Reader(galley.baseUrl()));
            figures.put("start", seconds(start));
            figures.put(
                    "database on disk",
                    megabytes(postgresql ? site.postgresqlSize() : sizeOf(dataDir.resolve("galley.mv.db"))));
            if (searchable) {
                figures.put("search index made in", indexBuild(new Reader(galley.baseUrl(), KEY)));
                figures.put("search index on disk", megabytes(sizeOf(dataDir.resolve("search"))));
            }
            galley.stop();
        }
    }

    /** Everything is asked once through before anything counts. */
    private void measure(Reader reader) {
        Map<String, IntFunction<String>> questions = new Questions(generated).all(reader);
        questions.values().removeIf(question -> !isKnown(question, reader));
        questions.values().forEach(question -> times(reader, question, 0, WARM_UP));
        questions.forEach((name, question) -> {
            List<Long> times = times(reader, question, WARM_UP, MEASURED);
            double milliseconds = times.get(times.size() / 2) / 1e6;
            baseline = name.equals(Questions.BASELINE) ? milliseconds : baseline;
            figures.put(name, String.format(Locale.ROOT, "%.2f ms (%.1f)", milliseconds, milliseconds / baseline));
            say(name + ": " + figures.get(name));
        });
    }

    private boolean isKnown(IntFunction<String> question, Reader reader) {
        int status = reader.get(question.apply(0)).statusCode();
        boolean known = status != 400 && status != 404;
        if (!known) {
            say(question.apply(0) + " is not known: " + status);
        }
        return known;
    }

    /** In order of length. */
    private static List<Long> times(Reader reader, IntFunction<String> path, int from, int number) {
        long began = System.nanoTime();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < number && System.nanoTime() - began < LONGEST.toNanos(); i++) {
            String asked = path.apply(from + i);
            long sent = System.nanoTime();
            int status = reader.get(asked).statusCode();
            times.add(System.nanoTime() - sent);
            if (status != 200) {
                throw new IllegalStateException(asked + " answered " + status);
            }
        }
        times.sort(Comparator.naturalOrder());
        return times;
    }

    /** Whether there is one. */
    private static boolean awaitIndex(Reader reader) {
        Instant deadline = Instant.now().plus(INDEX_LIMIT);
        int status = reader.get("/v1/search?q=a").statusCode();
        while (status == 503 && Instant.now().isBefore(deadline)) {
            pause();
            status = reader.get("/v1/search?q=a").statusCode();
        }
        return status == 200;
    }

    private static String indexBuild(Reader editor) {
        JsonNode jobs = editor.json("/v1/editorial/jobs").path("data");
        return StreamSupport.stream(jobs.spliterator(), false)
                .filter(job -> job.path("kind").asText().equals("search-index"))
                .filter(job -> job.hasNonNull("finishedAt"))
                .map(job -> Duration.between(at(job, "startedAt"), at(job, "finishedAt")))
                .map(Lists::seconds)
                .findFirst()
                .orElse("–");
    }

    private static Instant at(JsonNode job, String member) {
        return Instant.parse(job.path(member).asText());
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void say(String what) {
        System.err.printf(Locale.ROOT, "%,d: %s%n", articles, what);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    private static long sizeOf(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(Lists::length).sum();
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
