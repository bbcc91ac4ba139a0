package dev.galley.archive;

import dev.galley.archive.ImportRun.BrokenOff;
import dev.galley.editorial.ImportDesk;
import dev.galley.job.Job;
import dev.galley.job.Jobs;
import dev.galley.platform.Ids;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.platform.StorageConfig;
import dev.galley.write.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Archives on their way in, one at a time, each kept as a file until it is through: a node that was stopped in between
 * takes them up again.
 */
@ApplicationScoped
class ArchiveImports {
    static final String KIND = "import";

    private static final Logger LOG = Logger.getLogger(ArchiveImports.class);
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final Path directory;
    private final ImportDesk desk;
    private final Writes writes;
    private final Jobs jobs;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "galley-imports");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean stopping;

    ArchiveImports(StorageConfig storage, ImportDesk desk, Writes writes, Jobs jobs, Clock clock) {
        this.directory = storage.dataDir().resolve("imports");
        this.desk = desk;
        this.writes = writes;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Those whose files are here; what another node was at, it takes up itself. */
    void resume(@Observes @Priority(30) StartupEvent start) {
        List<UUID> left = QuarkusTransaction.requiringNew().call(() -> Job.running(KIND).stream()
                .map(job -> job.id)
                .filter(job -> Files.exists(file(job)))
                .toList());
        discardAllBut(left.stream().map(this::file).toList());
        left.forEach(job -> thread.execute(() -> work(job)));
    }

    /** Files of requests that broke off before they were a job's, or after it was done. */
    private void discardAllBut(List<Path> needed) {
        File[] files = directory.toFile().listFiles();
        for (File file : files == null ? new File[0] : files) {
            if (!needed.contains(file.toPath()) && !file.delete()) {
                LOG.warnf("%s could not be deleted, and nobody needs it", file);
            }
        }
    }

    /** Without an interrupt: one that meets the embedded database in its file would close it. */
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        thread.shutdown();
        thread.awaitTermination(LAST_WAIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Out of the way of whoever sent it, under a name that isn't a job's yet. */
    Path keep(File sent) {
        try {
            Files.createDirectories(directory);
            return Files.move(sent.toPath(), directory.resolve(Ids.next() + ".sent"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void begin(UUID job, Path kept) {
        try {
            Files.move(kept, file(job));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.execute(() -> work(job));
    }

    private Path file(UUID job) {
        return directory.resolve(job.toString());
    }

    private void work(UUID job) {
        for (int attempt = 1; !stopping; attempt++) {
            try {
                run(job);
                jobs.done(job);
                discard(job);
                return;
            } catch (BrokenOff e) {
                return;
            } catch (IOException e) {
                end(job, "The archive can't be read: " + e.getMessage());
                return;
            } catch (RuntimeException e) {
                if (e instanceof Problem problem && problem.type() == ProblemType.VALIDATION) {
                    end(job, "The archive can't be read: " + problem.detail());
                    return;
                }
                LOG.warnf(e, "Import %s came to a halt", job);
                if (attempt == TRIES) {
                    end(job, "Galley came to a halt too often; the log has the details.");
                    return;
                }
                pause();
            }
        }
    }

    private void run(UUID job) throws IOException {
        ImportOrder order = QuarkusTransaction.requiringNew().call(() -> Job.<Job>findByIdOptional(job)
                .map(found -> ImportOrder.read(String.valueOf(found.arguments)))
                .orElseThrow());
        new ImportRun(job, order, order.format().open(file(job)), desk, writes, clock, () -> stopping).run();
    }

    private void end(UUID job, String detail) {
        try {
            jobs.failed(job, detail);
            discard(job);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Import %s could not be ended; it is taken up at the next start", job);
        }
    }

    private void discard(UUID job) {
        if (!file(job).toFile().delete()) {
            LOG.warnf("The file of import %s could not be deleted; it is at the next start", job);
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
