package dev.galley.search;

import dev.galley.article.Article;
import dev.galley.change.Change;
import dev.galley.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes a new index from the rows, whatever serves meanwhile: all articles, then what changed since it began. */
@ApplicationScoped
class IndexBuilder {
    private static final Logger LOG = Logger.getLogger(IndexBuilder.class);
    private static final Duration LOG_EVERY = Duration.ofSeconds(10);
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    /** Articles that are in memory at once. */
    private static final int AT_ONCE = 50;

    private static final int CHANGES_AT_ONCE = 100;

    private final Generations generations;
    private final Jobs jobs;

    IndexBuilder(Generations generations, Jobs jobs) {
        this.generations = generations;
        this.jobs = jobs;
    }

    /**
     * The new index, complete on disk.
     *
     * @param job whose account is kept; null where there is none
     * @param told how far it is; what this throws ends it
     */
    Generation build(@Nullable UUID job, int total, Consumer<Progress> told) throws IOException {
        long began = System.nanoTime();
        Generation built = generations.create(Reading.in(Stamp::beginning));
        try {
            int done = fill(built, job, total, told);
            catchUp(built);
            built.refresh();
            built.complete();
            if (done > 0) {
                LOG.infof(
                        "Made the search index of %d articles in %d ms",
                        done, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            }
            return built;
        } catch (IOException | RuntimeException e) {
            Generations.close(built);
            generations.delete(built.path());
            throw e;
        }
    }

    /** How many articles are in it then. */
    private int fill(Generation built, @Nullable UUID job, int expected, Consumer<Progress> told) {
        Every log = new Every(LOG_EVERY);
        Every tell = new Every(TELL_EVERY);
        Batch batch = new Batch(AT_ONCE, null);
        int done = 0;
        while (batch.size == AT_ONCE) {
            batch = add(built, batch.last);
            done += batch.size;
            int total = Math.max(expected, done);
            told.accept(Progress.building(job, done, total));
            if (log.isDue()) {
                LOG.infof("Making the search index: %d of %d articles", done, total);
            }
            if (job != null && (tell.isDue() || batch.size < AT_ONCE)) {
                jobs.progress(job, total, done, 0);
            }
        }
        return done;
    }

    private record Batch(int size, @Nullable UUID last) {}

    private Batch add(Generation built, @Nullable UUID last) {
        return Reading.in(() -> {
            List<Article> articles = Articles.behind(last, AT_ONCE);
            if (articles.isEmpty()) {
                return new Batch(0, last);
            }
            built.add(ArticleEntries.of(articles));
            return new Batch(articles.size(), articles.get(articles.size() - 1).id);
        });
    }

    private void catchUp(Generation built) {
        boolean more = true;
        while (more) {
            more = Reading.in(() -> {
                List<Change> changes = Change.after(built.stamp().seq(), CHANGES_AT_ONCE);
                if (!changes.isEmpty()) {
                    built.apply(changes);
                }
                return !changes.isEmpty();
            });
        }
    }
}
