package dev.galley;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** What a Galley holds, by its own metrics, which anyone may read. */
public record Gauge(RunningGalley galley) {
    /** In MiB, after a collection. */
    public double heap() throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(galley.pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
        return sum("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20);
    }

    /** Connections count as files. */
    public int openFiles() throws IOException {
        return (int) sum("process_files_open_files");
    }

    private double sum(String metric) throws IOException {
        return new Api(galley.baseUrl(), "")
                .get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
