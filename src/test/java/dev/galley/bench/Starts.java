package dev.galley.bench;

import dev.galley.PostgresServer;
import dev.galley.RunningGalley;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the time from starting a process to its first answer, on a database that is there already; {@code
 * src/bench/start.sh} starts it.
 */
final class Starts {
    private static final Path WORK = Path.of("target", "bench-start");

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        Starts starts = new Starts();
        Files.createDirectories(WORK);
        try (PostgresServer.Running server = PostgresServer.launch()) {
            // The first start of each makes its tables and samples.
            for (int round = 0; round <= rounds; round++) {
                starts.compare("H2", "quarkus-app", round);
                starts.compare("PostgreSQL", "quarkus-app-postgresql", round, server);
            }
        }
        System.out.print(starts.table());
        System.out.printf(
                Locale.ROOT,
                "Medians of %d starts each, by turns, with a heap of 512 MB; Java %s, %d processors.%n",
                rounds,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
    }

    private void compare(String database, String runnable, int round, PostgresServer.Running... server) {
        measure(database + ", plain", launch(runnable, server), round);
        measure(
                database + ", trained",
                launch(runnable, server)
                        .javaOption("-XX:AOTCache="
                                + Path.of("target", runnable, "galley.aot").toAbsolutePath()),
                round);
    }

    private static RunningGalley.Launch launch(String runnable, PostgresServer.Running... server) {
        RunningGalley.Launch launch = server.length == 0
                ? RunningGalley.h2(WORK.resolve(runnable))
                : RunningGalley.postgresql(WORK.resolve(runnable)).settings(server[0].settings());
        return launch.javaOption("-XX:TieredStopAtLevel=4");
    }

    private void measure(String name, RunningGalley.Launch launch, int round) {
        long begun = System.nanoTime();
        try (RunningGalley galley = launch.start()) {
            new Reader(galley.baseUrl()).json("/v1/articles");
            double taken = (System.nanoTime() - begun) / 1e9;
            if (round > 0) {
                seconds.computeIfAbsent(name, unknown -> new ArrayList<>()).add(taken);
            }
            galley.stop();
        }
    }

    private String table() {
        StringBuilder table =
                new StringBuilder("| | seconds | of the plain start | least to most |\n| --- | ---: | ---: | ---: |\n");
        seconds.forEach((name, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            double plain = median(name.replace("trained", "plain"));
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f to %.2f |%n",
                    name,
                    median(name),
                    median(name) / plain,
                    sorted.get(0),
                    sorted.get(sorted.size() - 1)));
        });
        return table.toString();
    }

    private double median(String name) {
        List<Double> sorted = seconds.get(name).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
