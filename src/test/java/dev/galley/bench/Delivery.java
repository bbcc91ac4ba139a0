package dev.galley.bench;

import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Measures delivery beside the least that this stack can do, a bare Vert.x server with the same bytes, and beside nginx
 * where it is installed; {@code src/bench/delivery.sh} starts it. All contestants run all the time and are asked in turn,
 * round after round.
 */
final class Delivery implements AutoCloseable {
    private static final Path WORK = Path.of("target", "bench-delivery");
    private static final String KEY = "bench-key-bench-key-bench-key-bench-key";
    private static final String LIST = "/v1/articles?limit=20";
    private static final int WARM_UP_SECONDS = 8;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path files = WORK.resolve("files");
    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<Contestant> contestants = new ArrayList<>();

    /** One figure: who is asked for what. {@code baseline} names the contestant that it is compared with. */
    private record Contestant(String name, String baseline, String url, List<String> headers, List<Wrk> runs) {
        double median() {
            return sorted(Comparator.comparingDouble(Wrk::perSecond)).perSecond();
        }

        double p99() {
            return sorted(Comparator.comparingDouble(Wrk::p99Millis)).p99Millis();
        }

        private Wrk sorted(Comparator<Wrk> order) {
            return runs.stream().sorted(order).toList().get(runs.size() / 2);
        }

        /** From the slowest to the fastest round, of the median. */
        double spread() {
            double least = runs.stream().mapToDouble(Wrk::perSecond).min().orElseThrow();
            double most = runs.stream().mapToDouble(Wrk::perSecond).max().orElseThrow();
            return (most - least) / median();
        }
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        delete(WORK);
        Files.createDirectories(WORK.resolve("files"));
        try (Delivery delivery = new Delivery()) {
            delivery.enter();
            delivery.run(rounds, seconds);
            System.out.println(delivery.table());
        } finally {
            delete(WORK);
        }
        System.out.printf(
                Locale.ROOT,
                "Medians of %d rounds of %d s, %s, Java %s, %d processors shared with the load.%n",
                rounds,
                seconds,
                LocalDate.now(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
    }

    private void enter() throws Exception {
        RunningGalley cached = start(RunningGalley.h2(WORK.resolve("cached")));
        RunningGalley uncached =
                start(RunningGalley.h2(WORK.resolve("uncached")).setting("galley.delivery.cache-size", "0"));
        PostgresServer.Running server = PostgresServer.launch();
        running.add(server);
        RunningGalley onPostgresql = start(RunningGalley.postgresql(WORK.resolve("postgresql"))
                .settings(server.settings())
                .setting("galley.delivery.cache-size", "0"));
        String article = "";
        for (RunningGalley galley : List.of(cached, uncached, onPostgresql)) {
            article = "/v1/articles/" + fill(galley);
        }
        keep("article", cached.baseUrl() + article, "identity");
        keep("article.gz", cached.baseUrl() + article, "gzip");
        keep("article.br", cached.baseUrl() + article, "br");
        keep("list", cached.baseUrl() + LIST, "identity");
        String etag = get(cached.baseUrl() + article, "identity")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        String bare = "http://localhost:" + startBare();
        add("bare Vert.x, article", "bare Vert.x, article", bare + "/article");
        add("Galley, article", "bare Vert.x, article", cached.baseUrl() + article);
        add(
                "Galley, `If-None-Match`, 304",
                "bare Vert.x, article",
                cached.baseUrl() + article,
                "If-None-Match: " + etag);
        add("Galley, no cache, H2, article", "bare Vert.x, article", uncached.baseUrl() + article);
        add("Galley, no cache, PostgreSQL, article", "bare Vert.x, article", onPostgresql.baseUrl() + article);
        startNginx().ifPresent(nginx -> add("nginx, article as a file", "bare Vert.x, article", nginx + "/article"));
        add("bare Vert.x, article, gzip", "bare Vert.x, article, gzip", bare + "/article.gz");
        add("Galley, article, gzip", "bare Vert.x, article, gzip", cached.baseUrl() + article, "Accept-Encoding: gzip");
        add("bare Vert.x, article, br", "bare Vert.x, article, br", bare + "/article.br");
        add("Galley, article, br", "bare Vert.x, article, br", cached.baseUrl() + article, "Accept-Encoding: br");
        add("bare Vert.x, list of 20", "bare Vert.x, list of 20", bare + "/list");
        add("Galley, list of 20", "bare Vert.x, list of 20", cached.baseUrl() + LIST);
        add("Galley, no cache, H2, list of 20", "bare Vert.x, list of 20", uncached.baseUrl() + LIST);
        add("Galley, no cache, PostgreSQL, list of 20", "bare Vert.x, list of 20", onPostgresql.baseUrl() + LIST);
    }

    private void run(int rounds, int seconds) throws Exception {
        for (Contestant contestant : contestants) {
            Wrk.run(contestant.url(), WARM_UP_SECONDS, contestant.headers());
        }
        for (int round = 1; round <= rounds; round++) {
            for (Contestant contestant : contestants) {
                contestant.runs().add(Wrk.run(contestant.url(), seconds, contestant.headers()));
            }
            System.err.println("round " + round + " of " + rounds);
        }
    }

    private String table() throws IOException {
        StringBuilder table =
                new StringBuilder("| | requests a second | spread | of its baseline | p99 | of its baseline's |\n"
                        + "| --- | ---: | ---: | ---: | ---: | ---: |\n");
        Map<String, Contestant> byName = new LinkedHashMap<>();
        contestants.forEach(contestant -> byName.put(contestant.name(), contestant));
        for (Contestant contestant : contestants) {
            Contestant baseline = byName.get(contestant.baseline());
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.0f %% | %.2f | %.2f ms | %.2f |%n",
                    contestant.name(),
                    contestant.median(),
                    100 * contestant.spread(),
                    contestant.median() / baseline.median(),
                    contestant.p99(),
                    contestant.p99() / baseline.p99()));
        }
        for (String file : List.of("article", "article.gz", "article.br", "list")) {
            table.append(String.format(Locale.ROOT, "%n%s: %,d bytes", file, Files.size(files.resolve(file))));
        }
        return table.toString();
    }

    private void add(String name, String baseline, String url, String... headers) {
        contestants.add(new Contestant(name, baseline, url, List.of(headers), new ArrayList<>()));
    }

    private RunningGalley start(RunningGalley.Launch launch) {
        RunningGalley galley = launch.setting("galley.admin-key", KEY)
                .setting("galley.samples", "false")
                .javaOption("-XX:TieredStopAtLevel=4")
                .javaOption("-Xmx1g")
                .start();
        running.add(galley);
        return galley;
    }

    /** Forty articles of the same size, and the slug of one. */
    private String fill(RunningGalley galley) throws IOException, InterruptedException {
        Prose prose = new Prose(new SplittableRandom(1));
        for (int i = 0; i < 40; i++) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(galley.uri("/v1/editorial/imports?publish=true&slug=article-" + i))
                            .header("Authorization", "Bearer " + KEY)
                            .header("Content-Type", "text/markdown")
                            .POST(BodyPublishers.ofString(markdown(i, prose)))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.body());
            }
        }
        return "article-7";
    }

    private static String markdown(int number, Prose prose) {
        StringBuilder text = new StringBuilder("---\ntags: [caching, http]\nauthors: [bench]\n---\n# Article " + number
                + "\n\n" + prose.paragraph(30) + "\n\n## TL;DR\n\n- " + prose.paragraph(14) + "\n- "
                + prose.paragraph(14)
                + "\n\n");
        for (int section = 1; section <= 6; section++) {
            text.append("## Section ")
                    .append(section)
                    .append("\n\n")
                    .append(prose.paragraph(90))
                    .append("\n\n");
        }
        return text + "```java\nint answer = 42;\n```\n\n## FAQ\n\n### Why?\n\n" + prose.paragraph(30) + "\n";
    }

    private void keep(String name, String url, String encoding) throws IOException, InterruptedException {
        Files.write(files.resolve(name), get(url, encoding).body());
    }

    private HttpResponse<byte[]> get(String url, String encoding) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Accept-Encoding", encoding)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private int startBare() throws Exception {
        int port = freePort();
        running.add(stopping(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port),
                        files.toString())
                .inheritIO()
                .start()));
        awaitAnswer("http://localhost:" + port + "/article");
        return port;
    }

    private java.util.Optional<String> startNginx() throws Exception {
        if (Stream.of(System.getenv("PATH").split(":")).noneMatch(dir -> Files.isExecutable(Path.of(dir, "nginx")))) {
            return java.util.Optional.empty();
        }
        int port = freePort();
        Path configuration = WORK.resolve("nginx.conf").toAbsolutePath();
        Files.writeString(configuration, """
                daemon off; worker_processes 2; pid %1$s/nginx.pid; error_log stderr crit;
                events { worker_connections 256; }
                http { access_log off; sendfile on; open_file_cache max=10; keepalive_requests 100000000;
                  default_type application/json;
                  server { listen %2$d; root %3$s; } }
                """.formatted(WORK.toAbsolutePath(), port, files.toAbsolutePath()));
        running.add(stopping(new ProcessBuilder("nginx", "-c", configuration.toString())
                .inheritIO()
                .start()));
        awaitAnswer("http://localhost:" + port + "/article");
        return java.util.Optional.of("http://localhost:" + port);
    }

    private static AutoCloseable stopping(Process process) {
        return () -> {
            process.destroy();
            process.waitFor();
        };
    }

    private void awaitAnswer(String url) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            try {
                if (get(url, "identity").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It isn't there yet.
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("no answer from " + url);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() throws Exception {
        for (int i = running.size() - 1; i >= 0; i--) {
            running.get(i).close();
        }
    }
}
