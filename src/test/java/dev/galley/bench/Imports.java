package dev.galley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.Gauge;
import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import dev.galley.platform.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Measures how an archive of many files comes in, on both databases; {@code src/bench/import.sh} starts it. Its figures of
 * the heap are taken at equal distances, the last at the end.
 */
final class Imports {
    private static final String KEY = "bench-key-bench-key-bench-key-bench-key";
    private static final String HEAP = "256m";
    private static final int LOOKS = 5;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path archive;
    private final int files;

    private Imports(Path archive, int files) {
        this.archive = archive;
        this.files = files;
    }

    public static void main(String[] arguments) throws Exception {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        Path work = Files.createTempDirectory("galley-imports");
        Imports imports = new Imports(work.resolve("archive.zip"), files);
        imports.write();
        imports.measure("H2", RunningGalley.h2(work.resolve("h2")));
        try (PostgresServer.Running server = PostgresServer.launch()) {
            imports.measure(
                    "PostgreSQL",
                    RunningGalley.postgresql(work.resolve("postgresql")).settings(server.settings()));
        }
    }

    private void write() throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < files; i++) {
                zip.putNextEntry(new ZipEntry("posts/%04d/post-%d.md".formatted(i / 1_000, i)));
                zip.write(markdown(i).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /** Some 400 words. */
    private static String markdown(int number) {
        Prose prose = new Prose(new SplittableRandom(number));
        StringBuilder text = new StringBuilder(
                        "---\ntags: [topic-%d, topic-%d]\nauthor: Author %d\ndate: 2024-%02d-%02d\n---\n"
                                .formatted(number % 7, number % 31, number % 50, 1 + number % 12, 1 + number % 28))
                .append("# ")
                .append(prose.heading(5))
                .append("\n\n")
                .append(prose.paragraph(40))
                .append("\n\n");
        for (int section = 0; section < 5; section++) {
            text.append("## ")
                    .append(prose.heading(3))
                    .append("\n\n")
                    .append(prose.paragraph(35))
                    .append("\n\n- ")
                    .append(prose.sentence(15))
                    .append("\n- ")
                    .append(prose.sentence(15))
                    .append("\n\n");
        }
        return text + "```java\nint answer = " + number + ";\n```\n\n## FAQ\n\n### " + prose.heading(4) + "?\n\n"
                + prose.paragraph(30) + "\n";
    }

    private void measure(String database, RunningGalley.Launch launch) throws Exception {
        launch.setting("galley.admin-key", KEY)
                .setting("galley.samples", "false")
                .setting("galley.limits.import-body", "200M")
                .javaOption("-XX:TieredStopAtLevel=4")
                .javaOption("-Xmx" + HEAP);
        try (RunningGalley galley = launch.start()) {
            List<Double> heap = new ArrayList<>();
            long begun = System.nanoTime();
            JsonNode job = run(galley, heap);
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (job.path("done").asInt() != files || job.path("failed").asInt() > 0) {
                throw new IllegalStateException(job.toString());
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d files (%.1f MB as a ZIP) imported and published in %.0f s, %.0f articles a second; heap after a"
                            + " collection %s MiB of %s; Java %s, %d processors%n",
                    database,
                    files,
                    Files.size(archive) / 1e6,
                    seconds,
                    files / seconds,
                    heap.stream().map(mib -> "%.0f".formatted(mib)).toList(),
                    HEAP,
                    System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors());
        }
    }

    /** Looks at the heap now and then until the job has ended. */
    private JsonNode run(RunningGalley galley, List<Double> heap) throws Exception {
        send(HttpRequest.newBuilder(galley.uri("/v1/editorial/imports?publish=true"))
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofFile(archive)));
        URI url = galley.uri("/v1/editorial/jobs?limit=1");
        Gauge gauge = new Gauge(galley);
        for (int look = 1; ; ) {
            JsonNode job = send(HttpRequest.newBuilder(url)).at("/data/0");
            if (job.path("done").asInt() >= files * (long) look / LOOKS) {
                heap.add(gauge.heap());
                look++;
            }
            if (job.hasNonNull("finishedAt")) {
                return job;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(request.header("Authorization", "Bearer " + KEY).build(), BodyHandlers.ofByteArray());
        JsonNode json = Json.parse(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(json.toString());
        }
        return json;
    }
}
