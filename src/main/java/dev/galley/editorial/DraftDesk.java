package dev.galley.editorial;

import dev.galley.access.Audit;
import dev.galley.access.AuditAction;
import dev.galley.access.Role;
import dev.galley.article.LocaleConfig;
import dev.galley.document.ArticleDocument;
import dev.galley.document.DocumentRules;
import dev.galley.document.Identities;
import dev.galley.document.Locales;
import dev.galley.platform.Ids;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.publishing.Publisher;
import dev.galley.taxonomy.Taxonomy;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with drafts but publishing them, whoever asks: the REST resources, imports, the samples. Always in a
 * transaction.
 */
@ApplicationScoped
public class DraftDesk {
    private final Publisher publisher;
    private final LocaleConfig locales;
    private final SecurityIdentity caller;
    private final Audit audit;
    private final Clock clock;

    DraftDesk(Publisher publisher, LocaleConfig locales, SecurityIdentity caller, Audit audit, Clock clock) {
        this.publisher = publisher;
        this.locales = locales;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    Draft create(ArticleDocument document) {
        return create(document, null);
    }

    Draft create(ArticleDocument document, @Nullable String note) {
        return create(document, callerName(), note);
    }

    public Draft create(ArticleDocument document, String by, @Nullable String note) {
        return create(document, null, by, note);
    }

    /** {@code id} is what it is known by elsewhere; null makes a new one. */
    Draft create(ArticleDocument document, @Nullable UUID id, String by, @Nullable String note) {
        Instant now = clock.instant();
        Draft draft = Draft.create(id == null ? Ids.next() : id, settle(document, null, now), by, now);
        Revision.append(draft, note);
        audit.log(by, AuditAction.ARTICLE_CREATED, draft.audited(null, draft.version));
        return draft;
    }

    /** A new version, unless the document is the same as before. The draft must be locked. */
    Draft save(Draft draft, ArticleDocument document) {
        return save(draft, document, null);
    }

    /** The note stays with the version; where there is no new one, it goes. */
    Draft save(Draft draft, ArticleDocument document, @Nullable String note) {
        return save(draft, document, callerName(), note);
    }

    Draft save(Draft draft, ArticleDocument document, String by, @Nullable String note) {
        draft.refuseTrashed();
        Instant now = clock.instant();
        ArticleDocument settled = settle(document, draft, now);
        if (!settled.equals(Taxonomy.named(draft.document))) {
            long before = draft.version;
            draft.save(settled, by, now);
            Revision.append(draft, note);
            audit.log(by, AuditAction.ARTICLE_SAVED, draft.audited(before, draft.version));
        }
        return draft;
    }

    /** What a document would become if it were saved: valid, with locale, slug, ids and everybody's own names. */
    ArticleDocument settle(ArticleDocument document, @Nullable Draft draft, Instant now) {
        DocumentRules.check(document);
        ArticleDocument placed = Slugs.settle(withLocale(document, draft), draft);
        ArticleDocument named = Identities.complete(placed, draft == null ? null : draft.document);
        return SeriesPlaces.settle(Taxonomy.settle(named, now), draft);
    }

    /** For what is public that is to unpublish it too, and needs the role for it. */
    void trash(Draft draft) {
        if (draft.status == DraftStatus.PUBLISHED && !caller.hasRole(Role.PUBLISHER.value())) {
            throw Problem.of(ProblemType.FORBIDDEN, "The article is public: to withdraw it needs the role publisher.");
        }
        if (!draft.isTrashed()) {
            publisher.unpublish(draft.id);
            Appointment.of(draft).forEach(Appointment::delete);
            PreviewLink.endAll(draft);
            draft.trashed(clock.instant());
            audit.log(AuditAction.ARTICLE_TRASHED, draft.audited(draft.version, null));
        }
    }

    void restore(Draft draft) {
        if (draft.isTrashed()) {
            Slugs.refuseTaken(draft.slug, draft.locale, draft.id);
            draft.restored();
            audit.log(AuditAction.ARTICLE_RESTORED, draft.audited(null, draft.version));
        }
    }

    void purge(Draft draft) {
        purge(draft, callerName());
    }

    /** Nothing where it was restored meanwhile, or somebody else is at it. */
    void purgeTrashed(UUID id, Instant before) {
        Draft draft = Draft.lockIfFree(id);
        if (draft != null && draft.trashedAt != null && draft.trashedAt.isBefore(before)) {
            purge(draft, Audit.GALLEY);
        }
    }

    private void purge(Draft draft, String by) {
        publisher.unpublish(draft.id);
        audit.log(by, AuditAction.ARTICLE_PURGED, draft.audited(draft.version, null));
        draft.delete();
    }

    /** A document that names no locale stays in the one that its draft has. */
    private ArticleDocument withLocale(ArticleDocument document, @Nullable Draft draft) {
        String own = draft == null ? locales.defaultLocale() : draft.locale;
        return document.withLocale(Locales.canonical(document.locale().isEmpty() ? own : document.locale()));
    }

    private String callerName() {
        return caller.getPrincipal().getName();
    }
}
