package dev.galley.editorial;

import dev.galley.access.Audit;
import dev.galley.access.AuditAction;
import dev.galley.access.AuditSubject;
import dev.galley.access.Role;
import dev.galley.article.Article;
import dev.galley.article.LocaleConfig;
import dev.galley.document.ArticleDocument;
import dev.galley.document.DocumentRules;
import dev.galley.document.Identities;
import dev.galley.document.Locales;
import dev.galley.editorial.Appointment.Action;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.publishing.Publication;
import dev.galley.publishing.Publisher;
import dev.galley.taxonomy.Taxonomy;
import dev.galley.text.Slug;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with drafts, whoever asks: the REST resources, imports, the samples. Always in a transaction. */
@ApplicationScoped
public class DraftDesk {
    private final Publisher publisher;
    private final CheckLookup surroundings;
    private final LocaleConfig locales;
    private final SecurityIdentity caller;
    private final Audit audit;
    private final Clock clock;

    DraftDesk(
            Publisher publisher,
            CheckLookup surroundings,
            LocaleConfig locales,
            SecurityIdentity caller,
            Audit audit,
            Clock clock) {
        this.publisher = publisher;
        this.surroundings = surroundings;
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
        Instant now = clock.instant();
        Draft draft = Draft.create(settle(document, null, now), by, now);
        Revision.append(draft, note);
        audit.log(by, AuditAction.ARTICLE_CREATED, subject(draft, null, draft.version));
        return draft;
    }

    /** A new version, unless the document is the same as before. The draft must be locked. */
    Draft save(Draft draft, ArticleDocument document) {
        return save(draft, document, null);
    }

    /** The note stays with the version; where there is no new one, it goes. */
    Draft save(Draft draft, ArticleDocument document, @Nullable String note) {
        refuseTrashed(draft);
        Instant now = clock.instant();
        ArticleDocument settled = settle(document, draft, now);
        if (!settled.equals(Taxonomy.named(draft.document))) {
            long before = draft.version;
            draft.save(settled, callerName(), now);
            Revision.append(draft, note);
            audit.log(AuditAction.ARTICLE_SAVED, subject(draft, before, draft.version));
        }
        return draft;
    }

    /** What a document would become if it were saved: valid, with locale, slug, ids and everybody's own names. */
    ArticleDocument settle(ArticleDocument document, @Nullable Draft draft, Instant now) {
        DocumentRules.check(document);
        ArticleDocument placed = withSlug(withLocale(document, draft), draft);
        ArticleDocument named = Identities.complete(placed, draft == null ? null : draft.document);
        return SeriesPlaces.settle(Taxonomy.settle(named, now), draft);
    }

    /** Now, or at the time that the input asks for. */
    void publish(Draft draft, PublishInput input) {
        Instant later = input.later(clock.instant());
        if (later == null) {
            publish(draft, input.note(), clock.instant(), callerName());
        } else {
            publishAt(draft, later, input.note());
        }
    }

    /** What will be published is the version that is the newest then. */
    void publishAt(Draft draft, Instant at, @Nullable String note) {
        refuseTrashed(draft);
        Appointment.make(draft, Action.PUBLISH, at, callerName(), note);
        draft.scheduled();
        audit.log(AuditAction.ARTICLE_SCHEDULED, subject(draft, draft.publishedVersion, draft.version));
    }

    public void publishNow(Draft draft, String by) {
        publish(draft, null, clock.instant(), by);
    }

    /**
     * The newest version; nothing where it is public already. The note stays with the version; {@code at} is when it
     * counts as published, if it never was before.
     */
    private void publish(Draft draft, @Nullable String note, Instant at, String by) {
        refuseTrashed(draft);
        note(draft, note);
        Appointment.cancel(draft, Action.PUBLISH);
        if (!draft.hasUnpublishedChanges()) {
            return;
        }
        // A topic may have been removed since the draft was saved: it is made again rather than lost.
        Publication publication = publication(draft, Taxonomy.settle(draft.document, clock.instant()), at);
        publisher.publish(publication);
        audit.log(by, AuditAction.ARTICLE_PUBLISHED, subject(draft, draft.publishedVersion, draft.version));
        draft.published(publication.publishedAt());
    }

    /** The draft as it would be public, and as it will be where nothing stands in the way. */
    Publication publication(Draft draft, ArticleDocument document, Instant at) {
        Instant since = Objects.requireNonNullElseGet(draft.firstPublishedAt, () -> firstPublication(draft, at));
        Instant now = clock.instant();
        Instant changed = draft.firstPublishedAt == null ? firstChange(draft, since, now) : now;
        return new Publication(draft.id, document, draft.version, since, changed, surroundings.of(draft.id, document));
    }

    /** Now, or at the time that the input asks for. */
    void unpublish(Draft draft, PublishInput input) {
        Instant later = input.later(clock.instant());
        if (later == null) {
            unpublishNow(draft, input.note(), callerName());
        } else {
            unpublishAt(draft, later, input.note());
        }
    }

    private void unpublishAt(Draft draft, Instant at, @Nullable String note) {
        refuseTrashed(draft);
        Appointment publication = Appointment.find(draft.id, Action.PUBLISH);
        if (publication == null && draft.status != DraftStatus.PUBLISHED) {
            throw Problem.of(ProblemType.CONFLICT, "The article is not public, and not going to be. Publish it first.");
        }
        if (publication != null && !at.isAfter(publication.at)) {
            throw Problem.member(
                    "/at", InputError.INVALID, "It is published at " + publication.at + "; this must be later.");
        }
        Appointment.make(draft, Action.UNPUBLISH, at, callerName(), note);
        audit.log(AuditAction.ARTICLE_SCHEDULED, subject(draft, draft.publishedVersion, null));
    }

    /** What was to happen at a time is off, unless it is only to be published again. */
    private void unpublishNow(Draft draft, @Nullable String note, String by) {
        refuseTrashed(draft);
        note(draft, note);
        Appointment.cancel(draft, Action.UNPUBLISH);
        if (draft.status == DraftStatus.PUBLISHED) {
            publisher.unpublish(draft.id);
            audit.log(by, AuditAction.ARTICLE_UNPUBLISHED, subject(draft, draft.publishedVersion, null));
            draft.unpublished();
            if (Appointment.find(draft.id, Action.PUBLISH) != null) {
                draft.scheduled();
            }
        }
    }

    void cancelSchedule(Draft draft) {
        List<Appointment> appointments = Appointment.of(draft);
        if (!appointments.isEmpty()) {
            appointments.forEach(Appointment::delete);
            draft.unscheduled();
            audit.log(AuditAction.ARTICLE_UNSCHEDULED, subject(draft, draft.publishedVersion, draft.publishedVersion));
        }
    }

    /** Does what is due; nothing where it was done or put off meanwhile, or while somebody else writes to the draft. */
    void keep(Appointment.Key key) {
        Draft draft = Draft.lockIfFree(key.draftId());
        Appointment appointment = draft == null ? null : Appointment.find(key.draftId(), key.action());
        if (draft == null || appointment == null || appointment.at.isAfter(clock.instant())) {
            return;
        }
        switch (appointment.action) {
            case PUBLISH -> publish(draft, appointment.note, appointment.at, appointment.madeBy);
            case UNPUBLISH -> unpublishNow(draft, appointment.note, appointment.madeBy);
        }
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
            audit.log(AuditAction.ARTICLE_TRASHED, subject(draft, draft.version, null));
        }
    }

    void restore(Draft draft) {
        if (draft.isTrashed()) {
            holder(draft.slug, draft.locale, draft.id).ifPresent(holder -> {
                throw taken(holder);
            });
            draft.restored();
            audit.log(AuditAction.ARTICLE_RESTORED, subject(draft, null, draft.version));
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
        audit.log(by, AuditAction.ARTICLE_PURGED, subject(draft, draft.version, null));
        draft.delete();
    }

    private static AuditSubject subject(Draft draft, @Nullable Long from, @Nullable Long to) {
        return AuditSubject.article(draft.id, draft.slug, from, to);
    }

    private static void note(Draft draft, @Nullable String note) {
        if (note != null) {
            Revision.of(draft, draft.version).ifPresent(revision -> revision.note = note);
        }
    }

    private String callerName() {
        return caller.getPrincipal().getName();
    }

    private static Instant firstPublication(Draft draft, Instant now) {
        Instant source = draft.sourcePublishedAt;
        return source != null && source.isBefore(now) ? source : now;
    }

    private static Instant firstChange(Draft draft, Instant since, Instant now) {
        Instant source = draft.sourceUpdatedAt;
        return source != null && source.isAfter(since) && source.isBefore(now) ? source : since;
    }

    /** A document that names no locale stays in the one that its draft has. */
    private ArticleDocument withLocale(ArticleDocument document, @Nullable Draft draft) {
        String own = draft == null ? locales.defaultLocale() : draft.locale;
        return document.withLocale(Locales.canonical(document.locale().isEmpty() ? own : document.locale()));
    }

    private static ArticleDocument withSlug(ArticleDocument document, @Nullable Draft draft) {
        UUID own = draft == null ? null : draft.id;
        if (!document.slug().isEmpty()) {
            holder(document.slug(), document.locale(), own).ifPresent(holder -> {
                throw taken(holder);
            });
            return document;
        }
        if (draft != null && draft.locale.equals(document.locale())) {
            return document.withSlug(draft.slug);
        }
        String wanted = Slug.of(document.title(), "article");
        return document.withSlug(Slug.firstFree(
                wanted, slug -> holder(slug, document.locale(), own).isPresent()));
    }

    private record Holder(UUID id, String slug, String title) {}

    /** Another draft, or another article that still is public under a slug that its draft has given up. */
    private static Optional<Holder> holder(String slug, String locale, @Nullable UUID own) {
        return Draft.holding(slug, locale)
                .map(draft -> new Holder(draft.id, draft.slug, draft.title))
                .or(() -> Article.<Article>find("slug = ?1 and locale = ?2", slug, locale)
                        .firstResultOptional()
                        .map(article -> new Holder(article.id, article.slug, article.title)))
                .filter(holder -> !holder.id().equals(own));
    }

    private static Problem taken(Holder holder) {
        return Problem.of(
                        ProblemType.SLUG_TAKEN,
                        "The slug \"" + holder.slug() + "\" belongs to \"" + holder.title() + "\".")
                .with("holder", Map.of("id", holder.id(), "slug", holder.slug(), "title", holder.title()));
    }

    static void refuseTrashed(Draft draft) {
        if (draft.isTrashed()) {
            throw Problem.of(ProblemType.CONFLICT, "The article is in the trash. Restore it first.");
        }
    }
}
