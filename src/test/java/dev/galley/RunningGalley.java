package dev.galley;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A packaged Galley that runs as a process of its own, so that a test can kill it. */
public final class RunningGalley implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Process process;
    private final int port;
    private final StringBuffer log = new StringBuffer();
    private final Thread reader;

    private RunningGalley(Process process, int port) {
        this.process = process;
        this.port = port;
        this.reader = new Thread(this::readLog, "log of Galley on " + port);
        reader.setDaemon(true);
        reader.start();
    }

    public static Launch h2(Path dataDir) {
        return new Launch("quarkus-app", dataDir);
    }

    public static Launch postgresql(Path dataDir) {
        return new Launch("quarkus-app-postgresql", dataDir);
    }

    /** How a process ended that was not to stay. */
    public record Exit(int status, String log) {}

    /** What to start, and how; one launch can start several nodes or the same again. */
    public static final class Launch {
        private final Path jar;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        /** What starts fast rather than runs fast. */
        private final List<String> javaOptions = new ArrayList<>(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));

        private @Nullable Path archiveAtEnd;

        private Launch(String runnable, Path dataDir) {
            Path build = Path.of(System.getProperty("galley.build-directory", "target"));
            this.jar = build.resolve(runnable).resolve("quarkus-run.jar").toAbsolutePath();
            setting("galley.data-dir", dataDir.toAbsolutePath().toString());
            setting("quarkus.shutdown.delay", "0S");
        }

        /** A property, as {@code -Dname=value}. */
        public Launch setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        public Launch settings(Map<String, String> all) {
            settings.putAll(all);
            return this;
        }

        public Launch environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        public Launch javaOption(String option) {
            javaOptions.add(option);
            return this;
        }

        /** Leaves its classes there when it is stopped. */
        Launch archiving(Path archive) {
            archiveAtEnd = archive;
            return this;
        }

        /** Starts and waits until it is ready; fails with the log where it ends before. */
        public RunningGalley start() {
            RunningGalley galley = begin();
            try {
                galley.awaitReady();
                return galley;
            } catch (RuntimeException e) {
                galley.kill();
                throw e;
            }
        }

        /** Starts what must refuse to run, and waits for its end. */
        public Exit startAndFail() {
            try (RunningGalley galley = begin()) {
                if (!galley.ended(START_LIMIT)) {
                    throw new AssertionError("still running:\n" + galley.log());
                }
                galley.awaitEndOfLog();
                return new Exit(galley.process.exitValue(), galley.log());
            }
        }

        private RunningGalley begin() {
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(command(port)).redirectErrorStream(true);
            // What the machine has set for a Galley or Quarkus of its own is none of the test's.
            builder.environment().keySet().removeIf(name -> name.startsWith("GALLEY_") || name.startsWith("QUARKUS_"));
            builder.environment().putAll(environment);
            try {
                return new RunningGalley(builder.start(), port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private List<String> command(int port) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(javaOptions);
            if (archiveAtEnd != null) {
                command.add("-XX:ArchiveClassesAtExit=" + archiveAtEnd);
            } else {
                ClassArchive.of(jar).ifPresent(archive -> command.add("-XX:SharedArchiveFile=" + archive));
            }
            settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.add("-Dquarkus.http.port=" + port);
            command.addAll(List.of("-jar", jar.toString()));
            return command;
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** {@code http://localhost:…}, with no slash at its end. */
    public String baseUrl() {
        return "http://localhost:" + port;
    }

    public URI uri(String pathAndQuery) {
        return URI.create(baseUrl() + pathAndQuery);
    }

    /** All that it has written so far. */
    public String log() {
        return log.toString();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** SIGKILL: it can't tidy up. */
    public void kill() {
        process.toHandle().destroyForcibly();
        awaitEnd();
    }

    /** SIGSTOP: it does nothing until it is told to go on, and doesn't know. */
    public void suspend() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** SIGTERM, whatever comes of it. */
    public void terminate() {
        // By its handle, since Process.destroy() would close its output too and lose the end of the log.
        process.toHandle().destroy();
    }

    /** SIGTERM; answers the exit status. */
    public int stop() {
        terminate();
        awaitEnd();
        return process.exitValue();
    }

    /** SIGTERM, and then it writes the archive of its classes, which is no part of how fast Galley ends. */
    void stopArchiving() {
        terminate();
        awaitEnd(START_LIMIT);
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (ended(Duration.ofMillis(50))) {
                awaitEndOfLog();
                throw new IllegalStateException("ended with " + process.exitValue() + ":\n" + log());
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not ready after " + START_LIMIT + ":\n" + log());
            }
        }
    }

    private boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(uri("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void awaitEnd() {
        awaitEnd(STOP_LIMIT);
    }

    private void awaitEnd(Duration limit) {
        if (!ended(limit)) {
            process.destroyForcibly();
            throw new IllegalStateException("did not end within " + limit + ":\n" + log());
        }
        awaitEndOfLog();
    }

    private boolean ended(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void awaitEndOfLog() {
        try {
            reader.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void readLog() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.append(line).append('\n');
            }
        } catch (IOException e) {
            log.append("(the log broke off: ").append(e.getMessage()).append(")\n");
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
