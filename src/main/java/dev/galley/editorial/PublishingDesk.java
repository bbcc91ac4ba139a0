package dev.galley.editorial;

import dev.galley.access.Audit;
import dev.galley.access.AuditAction;
import dev.galley.document.ArticleDocument;
import dev.galley.editorial.Appointment.Action;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import dev.galley.publishing.Publication;
import dev.galley.publishing.Publisher;
import dev.galley.taxonomy.Taxonomy;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishing and unpublishing drafts, now or at a time, whoever asks. Always in a transaction, and the draft locked. */
@ApplicationScoped
public class PublishingDesk {
    private final Publisher publisher;
    private final CheckLookup surroundings;
    private final SecurityIdentity caller;
    private final Audit audit;
    private final Clock clock;

    PublishingDesk(Publisher publisher, CheckLookup surroundings, SecurityIdentity caller, Audit audit, Clock clock) {
        this.publisher = publisher;
        this.surroundings = surroundings;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
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
        publishAt(draft, at, callerName(), note);
    }

    void publishAt(Draft draft, Instant at, String by, @Nullable String note) {
        draft.refuseTrashed();
        Appointment.make(draft, Action.PUBLISH, at, by, note);
        draft.scheduled();
        audit.log(by, AuditAction.ARTICLE_SCHEDULED, draft.audited(draft.publishedVersion, draft.version));
    }

    public void publishNow(Draft draft, String by) {
        publish(draft, null, clock.instant(), by);
    }

    /**
     * The newest version; nothing where it is public already. The note stays with the version; {@code at} is when it
     * counts as published, if it never was before.
     */
    private void publish(Draft draft, @Nullable String note, Instant at, String by) {
        draft.refuseTrashed();
        note(draft, note);
        Appointment.cancel(draft, Action.PUBLISH);
        if (!draft.hasUnpublishedChanges()) {
            return;
        }
        // A topic may have been removed since the draft was saved: it is made again rather than lost.
        Publication publication = publication(draft, Taxonomy.settle(draft.document, clock.instant()), at);
        publisher.publish(publication);
        audit.log(by, AuditAction.ARTICLE_PUBLISHED, draft.audited(draft.publishedVersion, draft.version));
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
        draft.refuseTrashed();
        Appointment publication = Appointment.find(draft.id, Action.PUBLISH);
        if (publication == null && draft.status != DraftStatus.PUBLISHED) {
            throw Problem.of(ProblemType.CONFLICT, "The article is not public, and not going to be. Publish it first.");
        }
        if (publication != null && !at.isAfter(publication.at)) {
            throw Problem.member(
                    "/at", InputError.INVALID, "It is published at " + publication.at + "; this must be later.");
        }
        Appointment.make(draft, Action.UNPUBLISH, at, callerName(), note);
        audit.log(AuditAction.ARTICLE_SCHEDULED, draft.audited(draft.publishedVersion, null));
    }

    /** What was to happen at a time is off, unless it is only to be published again. */
    private void unpublishNow(Draft draft, @Nullable String note, String by) {
        draft.refuseTrashed();
        note(draft, note);
        Appointment.cancel(draft, Action.UNPUBLISH);
        if (draft.status == DraftStatus.PUBLISHED) {
            publisher.unpublish(draft.id);
            audit.log(by, AuditAction.ARTICLE_UNPUBLISHED, draft.audited(draft.publishedVersion, null));
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
            audit.log(AuditAction.ARTICLE_UNSCHEDULED, draft.audited(draft.publishedVersion, draft.publishedVersion));
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

    private static void note(Draft draft, @Nullable String note) {
        if (note != null) {
            Revision.of(draft, draft.version).ifPresent(revision -> revision.note = note);
        }
    }

    private static Instant firstPublication(Draft draft, Instant now) {
        Instant source = draft.sourcePublishedAt;
        return source != null && source.isBefore(now) ? source : now;
    }

    private static Instant firstChange(Draft draft, Instant since, Instant now) {
        Instant source = draft.sourceUpdatedAt;
        return source != null && source.isAfter(since) && source.isBefore(now) ? source : since;
    }

    private String callerName() {
        return caller.getPrincipal().getName();
    }
}
