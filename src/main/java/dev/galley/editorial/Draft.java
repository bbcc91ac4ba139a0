package dev.galley.editorial;

import dev.galley.access.AuditSubject;
import dev.galley.document.ArticleDocument;
import dev.galley.platform.Ids;
import dev.galley.platform.Problem;
import dev.galley.platform.ProblemType;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The article as its editors have it: the newest document and how far it has come. */
@Entity
@DynamicUpdate
public class Draft extends PanacheEntityBase {
    /** Hibernate's word for it, in milliseconds. */
    private static final int SKIP_LOCKED = -2;

    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    @Id
    public UUID id;

    /** Counts saves, from 1. */
    public long version;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public DraftStatus status;

    public String slug;
    public String locale;

    @Column(name = "held_slug")
    public @Nullable String heldSlug;

    public String title;

    @Column(name = "translation_key")
    public @Nullable String translationKey;

    @Column(name = "series_slug")
    public @Nullable String seriesSlug;

    @Column(name = "series_position")
    public @Nullable Integer seriesPosition;

    @Convert(converter = DocumentColumn.class)
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    public ArticleDocument document;

    @Embedded
    public DraftFacts facts;

    @ElementCollection
    @CollectionTable(name = "draft_topic", joinColumns = @JoinColumn(name = "draft_id"))
    @Column(name = "slug")
    public Set<String> topics = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "draft_author", joinColumns = @JoinColumn(name = "draft_id"))
    @Column(name = "slug")
    public Set<String> authors = new HashSet<>();

    @Column(name = "published_version")
    public @Nullable Long publishedVersion;

    @Column(name = "first_published_at")
    public @Nullable Instant firstPublishedAt;

    /** The same for sorting, which takes no nulls: what never was public comes before all that was. */
    @Column(name = "publication_order")
    public Instant publicationOrder = NEVER;

    @Column(name = "source_published_at")
    public @Nullable Instant sourcePublishedAt;

    @Column(name = "source_updated_at")
    public @Nullable Instant sourceUpdatedAt;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "updated_by")
    public String updatedBy;

    @Column(name = "trashed_at")
    public @Nullable Instant trashedAt;

    public static Draft create(UUID id, ArticleDocument document, String by, Instant now) {
        Draft draft = new Draft();
        draft.id = id;
        draft.status = DraftStatus.DRAFT;
        draft.createdAt = now;
        draft.createdBy = by;
        draft.save(document, by, now);
        draft.persist();
        return draft;
    }

    public static Draft byId(String id) {
        return Ids.parse(id)
                .flatMap(uuid -> Draft.<Draft>findByIdOptional(uuid))
                .orElseThrow(() -> Problem.notFound("article " + id));
    }

    /** Waits until no other write to this draft is under way. */
    public static Draft lock(String id) {
        return Ids.parse(id)
                .flatMap(uuid -> Draft.<Draft>findByIdOptional(uuid, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> Problem.notFound("article " + id));
    }

    static void lockIfThere(String id) {
        Ids.parse(id).ifPresent(uuid -> findById(uuid, LockModeType.PESSIMISTIC_WRITE));
    }

    static Optional<Draft> lockById(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same, by the slug that it holds. */
    static Optional<Draft> lockHolding(String slug, String locale) {
        return Draft.<Draft>find("heldSlug", held(slug, locale))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks it, or gives null where another write to it is under way, here or on another node. */
    static @Nullable Draft lockIfFree(UUID id) {
        return Draft.<Draft>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .firstResult();
    }

    /** Those longest in the trash first. */
    static List<UUID> trashedBefore(Instant time, int limit) {
        return getEntityManager()
                .createQuery(
                        "select d.id from Draft d where d.trashedAt < :time order by d.trashedAt, d.id", UUID.class)
                .setParameter("time", time)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The draft that holds a slug, unless it is in the trash. */
    public static Optional<Draft> holding(String slug, String locale) {
        return find("heldSlug", held(slug, locale)).firstResultOptional();
    }

    /** Makes the document the newest version. */
    void save(ArticleDocument document, String by, Instant now) {
        this.version++;
        this.document = document;
        this.slug = document.slug();
        this.locale = document.locale();
        this.heldSlug = status == DraftStatus.TRASHED ? null : held(slug, locale);
        this.title = document.title();
        this.translationKey = document.translationKey();
        this.seriesSlug = document.series() == null ? null : document.series().slug();
        this.seriesPosition =
                document.series() == null ? null : document.series().position();
        this.facts = DraftFacts.of(document);
        replace(topics, DraftFacts.topics(document));
        replace(authors, DraftFacts.authors(document));
        this.sourceUpdatedAt = null;
        this.updatedAt = now;
        this.updatedBy = by;
    }

    /** The dates that an imported text brought along; they count when it is published first. */
    void sourceDates(@Nullable Instant publishedAt, @Nullable Instant updatedAt) {
        sourcePublishedAt = publishedAt == null ? sourcePublishedAt : publishedAt;
        sourceUpdatedAt = updatedAt == null ? sourceUpdatedAt : updatedAt;
    }

    void published(Instant at) {
        status = DraftStatus.PUBLISHED;
        publishedVersion = version;
        firstPublishedAt = Objects.requireNonNullElse(firstPublishedAt, at);
        publicationOrder = firstPublishedAt;
    }

    void unpublished() {
        status = firstPublishedAt == null ? DraftStatus.DRAFT : DraftStatus.UNPUBLISHED;
        publishedVersion = null;
    }

    /** Where it is public, it stays so until then. */
    void scheduled() {
        status = status == DraftStatus.PUBLISHED ? status : DraftStatus.SCHEDULED;
    }

    void unscheduled() {
        if (status == DraftStatus.SCHEDULED) {
            unpublished();
        }
    }

    void trashed(Instant now) {
        status = DraftStatus.TRASHED;
        trashedAt = now;
        publishedVersion = null;
        heldSlug = null;
    }

    void restored() {
        unpublished();
        trashedAt = null;
        heldSlug = held(slug, locale);
    }

    boolean isTrashed() {
        return status == DraftStatus.TRASHED;
    }

    void refuseTrashed() {
        if (isTrashed()) {
            throw Problem.of(ProblemType.CONFLICT, "The article is in the trash. Restore it first.");
        }
    }

    /** As the audit names it, with the versions that an act led from and to. */
    AuditSubject audited(@Nullable Long from, @Nullable Long to) {
        return AuditSubject.article(id, slug, from, to);
    }

    /** Whether delivery shows another version than this one, or none. */
    boolean hasUnpublishedChanges() {
        return publishedVersion == null || publishedVersion != version;
    }

    /** Of its rows those that stay are let be. */
    private static void replace(Set<String> slugs, Set<String> others) {
        slugs.retainAll(others);
        slugs.addAll(others);
    }

    private static String held(String slug, String locale) {
        return locale + "/" + slug;
    }
}
