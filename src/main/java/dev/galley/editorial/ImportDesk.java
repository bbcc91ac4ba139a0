package dev.galley.editorial;

import dev.galley.article.LocaleConfig;
import dev.galley.article.PublicSlug;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Locales;
import dev.galley.ingest.ImportWarning;
import dev.galley.ingest.Imported;
import dev.galley.taxonomy.Taxonomy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes drafts of what was imported, one text or a whole archive. Always in a transaction. */
@ApplicationScoped
public class ImportDesk {
    private final DraftDesk desk;
    private final PublishingDesk publishing;
    private final LocaleConfig locales;
    private final Clock clock;

    ImportDesk(DraftDesk desk, PublishingDesk publishing, LocaleConfig locales, Clock clock) {
        this.desk = desk;
        this.publishing = publishing;
        this.locales = locales;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param before the version that was the newest; null where there was no draft
     * @param isPublic whether what was imported is what is public
     */
    public record Saved(Draft draft, @Nullable Long before, boolean isPublic) {
        public boolean isNew() {
            return before == null;
        }

        public boolean isChanged() {
            return before == null || before != draft.version;
        }
    }

    /** By its slug it may be a draft that is there. */
    public Saved save(Imported imported, String by) {
        return save(imported, holding(imported.document()), null, by);
    }

    /** By its id or else its slug it may be a draft that is there; a new one gets the id that it had. */
    public Saved saveArchived(Imported imported, String by) {
        Optional<Draft> byId = imported.id() == null ? Optional.empty() : Draft.lockById(imported.id());
        Optional<Draft> known = byId.or(() -> holding(imported.document()));
        if (known.isPresent() && isPublic(imported, known.get())) {
            return new Saved(known.get(), known.get().version, true);
        }
        return save(imported, known, imported.id(), by);
    }

    /** Whether it is what is public already, though editors have gone on since. */
    private boolean isPublic(Imported imported, Draft draft) {
        if (imported.draft() || draft.status != DraftStatus.PUBLISHED || draft.publishedVersion == null) {
            return false;
        }
        ArticleDocument document = desk.settle(imported.document(), draft, clock.instant());
        return Revision.of(draft, draft.publishedVersion)
                .filter(revision -> Taxonomy.named(revision.document).equals(document))
                .isPresent();
    }

    private Saved save(Imported imported, Optional<Draft> known, @Nullable UUID id, String by) {
        Long before = known.map(draft -> draft.version).orElse(null);
        Draft draft = known.map(found -> desk.save(found, imported.document(), by, null))
                .orElseGet(() -> desk.create(imported.document(), id, by, null));
        draft.sourceDates(imported.publishedAt(), imported.updatedAt());
        return new Saved(draft, before, !draft.hasUnpublishedChanges());
    }

    /** Now, or at the time to come that the source names; a warning where it asks to stay a draft. */
    public Optional<ImportWarning> publish(Draft draft, Imported imported, String by) {
        if (imported.draft()) {
            return Optional.of(new ImportWarning(
                    ImportWarning.NOT_PUBLISHED, "The text says that it is a draft, so it was not published.", null));
        }
        publish(draft, imported.publishedAt(), by);
        return Optional.empty();
    }

    private void publish(Draft draft, @Nullable Instant at, String by) {
        if (at != null && at.isAfter(clock.instant())) {
            publishing.publishAt(draft, at, by, null);
        } else {
            publishing.publishNow(draft, by);
        }
    }

    /** The newest version of what was saved before. Whether it is public now: it may be due later, or removed. */
    public boolean publishNewest(UUID id, List<String> formerSlugs, String by) {
        Draft draft = Draft.lockById(id).orElse(null);
        if (draft == null) {
            return false;
        }
        publish(draft, draft.sourcePublishedAt, by);
        Instant before = Objects.requireNonNullElseGet(draft.sourcePublishedAt, clock::instant);
        formerSlugs.forEach(slug -> PublicSlug.point(slug, draft.locale, draft.id, before));
        return draft.status == DraftStatus.PUBLISHED;
    }

    /** Only a slug that was asked for leads to a draft that is there. */
    private Optional<Draft> holding(ArticleDocument document) {
        if (document.slug().isEmpty()) {
            return Optional.empty();
        }
        String locale = document.locale().isEmpty() ? locales.defaultLocale() : document.locale();
        return Draft.lockHolding(document.slug(), Locales.canonical(locale));
    }
}
