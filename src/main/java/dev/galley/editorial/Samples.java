package dev.galley.editorial;

import dev.galley.change.Change;
import dev.galley.ingest.Imported;
import dev.galley.ingest.Importer;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.Logger;

/** A few articles to look at, for a Galley that has none yet. */
@ApplicationScoped
public class Samples {
    private static final Logger LOG = Logger.getLogger(Samples.class);
    private static final String AUTHORED_BY = "samples";

    /** Under {@code /samples} on the class path. */
    private static final List<String> FILES = List.of(
            "how-http-caching-works.md",
            "reading-a-query-plan.md",
            "a-kitchen-garden-in-a-year.md",
            "sourdough-by-numbers.md",
            "sauerteig-in-zahlen.md",
            "time-zones-without-tears.md");

    private final SamplesConfig config;
    private final DraftDesk desk;
    private final PublishingDesk publishing;

    Samples(SamplesConfig config, DraftDesk desk, PublishingDesk publishing) {
        this.config = config;
        this.desk = desk;
        this.publishing = publishing;
    }

    @Transactional
    void atStart(@Observes @Priority(20) StartupEvent start) {
        if (!config.samples()) {
            return;
        }
        // Of several nodes that start at once one publishes them.
        Change.lockLog();
        if (Draft.count() == 0) {
            FILES.forEach(this::publish);
            LOG.infof("Published %d sample articles; galley.samples=false leaves them out", FILES.size());
        }
    }

    private void publish(String file) {
        Imported sample = Importer.markdown(text(file));
        Draft draft = desk.create(sample.document(), AUTHORED_BY, null);
        draft.sourceDates(sample.publishedAt(), sample.updatedAt());
        publishing.publishNow(draft, AUTHORED_BY);
    }

    private static String text(String file) {
        try (InputStream in = Samples.class.getResourceAsStream("/samples/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The sample " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
