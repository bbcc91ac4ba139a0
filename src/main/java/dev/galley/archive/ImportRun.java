package dev.galley.archive;

import dev.galley.document.ArticleDocument;
import dev.galley.editorial.Draft;
import dev.galley.editorial.ImportDesk;
import dev.galley.ingest.ImportWarning;
import dev.galley.ingest.Imported;
import dev.galley.job.Job;
import dev.galley.job.JobItem;
import dev.galley.job.JobOutcome;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.write.Writes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One archive on its way in. First all articles are saved, then those are published that are to be, since they may link
 * to each other; last come the drafts of what is public by then. Each has a transaction of its own with the note of what
 * became of it, so that a run that broke off is taken up where it was.
 */
final class ImportRun {
    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final String UNEXPECTED = "Galley failed at this one; the log has the details.";

    private final UUID job;
    private final ImportOrder order;
    private final Archive archive;
    private final ImportDesk desk;
    private final Writes writes;
    private final Clock clock;
    private final BooleanSupplier stopping;

    ImportRun(
            UUID job,
            ImportOrder order,
            Archive archive,
            ImportDesk desk,
            Writes writes,
            Clock clock,
            BooleanSupplier stopping) {
        this.job = job;
        this.order = order;
        this.archive = archive;
        this.desk = desk;
        this.writes = writes;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** The node is told to end; what is left is for the next start. */
    static final class BrokenOff extends RuntimeException {
        BrokenOff() {
            super(null, null, false, false);
        }
    }

    void run() throws IOException {
        int total = archive.count();
        write(() -> job().total(total, clock.instant()));
        boolean others = saveEach(item -> !Export.isDraftOfPublic(item.name()));
        toPublish().forEach(this::publish);
        if (others) {
            saveEach(item -> Export.isDraftOfPublic(item.name()));
            // One that is only called so may be meant to be published.
            toPublish().forEach(this::publish);
        }
    }

    /** Whether there are others. */
    private boolean saveEach(Predicate<Archive.Item> which) throws IOException {
        boolean[] others = {false};
        archive.forEach(item -> {
            goOn();
            if (!which.test(item)) {
                others[0] = true;
            } else if (!isDone(item)) {
                save(item);
            }
        });
        return others[0];
    }

    private void goOn() {
        if (stopping.getAsBoolean()) {
            throw new BrokenOff();
        }
    }

    private boolean isDone(Archive.Item item) {
        return QuarkusTransaction.requiringNew()
                .call(() -> JobItem.find(job, item.number()).isPresent());
    }

    private void save(Archive.Item item) {
        try {
            Imported imported = item.read();
            if (order.dryRun()) {
                JobItem rehearsed = writes.rehearse(() -> saved(item, imported));
                write(() -> add(rehearsed));
            } else {
                write(() -> add(saved(item, imported)));
            }
        } catch (Problem problem) {
            refuseToWait(problem);
            fail(item, text(problem));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s of import %s failed", item.name(), job);
            fail(item, UNEXPECTED);
        }
    }

    private void fail(Archive.Item item, String problem) {
        write(() -> {
            JobItem failed = JobItem.of(job, item.number(), item.name(), JobOutcome.FAILED);
            failed.fail(problem);
            add(failed);
        });
    }

    /** What is wrong with the moment isn't wrong with the article. */
    private static void refuseToWait(Problem problem) {
        if (problem.type() == ProblemType.UNAVAILABLE) {
            throw problem;
        }
    }

    private static String text(Problem problem) {
        return problem.errors().isEmpty()
                ? problem.detail()
                : problem.errors().stream()
                        .map(error ->
                                (error.pointer() == null || error.pointer().isEmpty() ? "" : error.pointer() + ": ")
                                        + error.detail())
                        .collect(Collectors.joining(" "));
    }

    private JobItem saved(Archive.Item item, Imported imported) {
        ImportDesk.Saved saved = desk.saveArchived(imported, order.by());
        Draft draft = saved.draft();
        if (JobItem.wasAbout(job, item.number(), draft.id) && !Export.isDraftOfPublic(item.name())) {
            throw twice(imported.document());
        }
        JobItem made = JobItem.of(job, item.number(), item.name(), outcome(saved));
        made.articleId = order.dryRun() && saved.isNew() ? null : draft.id;
        made.slug = draft.slug;
        boolean wanted = order.publish() && !imported.draft();
        made.published = wanted && saved.isPublic();
        made.toPublish = wanted && !saved.isPublic() && !order.dryRun();
        made.formerSlugs = item.formerSlugs();
        made.warnings = imported.warnings().stream().map(ImportRun::text).toList();
        return made;
    }

    private static Problem twice(ArticleDocument document) {
        return Problem.of(
                ProblemType.CONFLICT,
                "Another file of the archive is the article \"" + document.slug() + "\" in the same language already.");
    }

    private static JobOutcome outcome(ImportDesk.Saved saved) {
        return saved.isNew() ? JobOutcome.CREATED : saved.isChanged() ? JobOutcome.UPDATED : JobOutcome.UNCHANGED;
    }

    private static String text(ImportWarning warning) {
        return (warning.line() == null ? "" : "line " + warning.line() + ": ") + warning.code() + ": "
                + warning.detail();
    }

    private List<Integer> toPublish() {
        return QuarkusTransaction.requiringNew().call(() -> JobItem.toPublish(job));
    }

    private void publish(int number) {
        goOn();
        try {
            write(() -> {
                JobItem item = item(number);
                item.published =
                        desk.publishNewest(Objects.requireNonNull(item.articleId), item.formerSlugs, order.by());
                item.toPublish = false;
            });
        } catch (Problem problem) {
            refuseToWait(problem);
            leaveUnpublished(number, text(problem));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Number %d of import %s could not be published", number, job);
            leaveUnpublished(number, UNEXPECTED);
        }
    }

    private void leaveUnpublished(int number, String problem) {
        write(() -> {
            JobItem item = item(number);
            item.toPublish = false;
            item.fail("Saved as a draft, and not published: " + problem);
            job().oneFailedAfterAll(clock.instant());
        });
    }

    private JobItem item(int number) {
        return JobItem.find(job, number).orElseThrow();
    }

    private void add(JobItem item) {
        item.persist();
        job().oneMore(item.outcome == JobOutcome.FAILED, clock.instant());
    }

    private Job job() {
        return Job.<Job>findByIdOptional(job).orElseThrow();
    }

    private void write(Runnable write) {
        writes.run(() -> {
            write.run();
            return job;
        });
    }
}
