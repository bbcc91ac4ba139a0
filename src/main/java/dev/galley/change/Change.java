package dev.galley.change;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One entry of the change log. {@code seq} has no gaps and grows in the order of commits. */
@Entity
@Table(name = "change_log")
public class Change extends PanacheEntityBase {
    @Id
    public Long seq;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public ChangeType type;

    public Instant at;

    @Column(name = "article_id")
    public @Nullable UUID articleId;

    public String slug;
    public @Nullable String locale;
    public @Nullable Long version;

    /** Where the change took the article from one locale to another. */
    @Column(name = "locale_before")
    public @Nullable String localeBefore;

    /** The slugs of those that the article has and had. */
    @ElementCollection
    @CollectionTable(name = "change_topic", joinColumns = @JoinColumn(name = "seq"))
    @Column(name = "topic")
    public Set<String> topics = Set.of();

    /** Told within the transaction that takes a number; whoever is to know of what is done observes its success. */
    public record Logged(Change change) {}

    /** Told before these are sent to somebody, who may ask for what they are about at once. */
    public record Told(List<Change> changes) {}

    /** Belongs into the transaction of the change itself, as its last step: other publications wait from here on. */
    public static void ofArticle(ChangeType type, ChangedArticle article, Audience audience, Instant at) {
        Change change = next(type, article.slug(), at);
        change.articleId = article.id();
        change.locale = article.locale();
        change.version = article.version();
        change.topics = audience.topics();
        change.localeBefore = audience.locales().stream()
                .filter(locale -> !locale.equals(article.locale()))
                .findFirst()
                .orElse(null);
        change.log();
    }

    /** A topic or an author, as all published articles show it. */
    public static void ofTaxonomy(ChangeType type, String slug, Instant at) {
        next(type, slug, at).log();
    }

    /** What came behind an entry, in order. */
    public static List<Change> after(long seq, int limit) {
        return Change.<Change>find("seq > ?1 order by seq", seq).page(0, limit).list();
    }

    /** The entries between two, without the first and with the last one, in order and each with its topics. */
    static List<Change> between(long seq, long last) {
        return list(
                "from Change c left join fetch c.topics where c.seq > ?1 and c.seq <= ?2 order by c.seq", seq, last);
    }

    /** The first entries between two that somebody follows, without the first and with the last one, in order. */
    static List<Change> followed(Followed followed, long seq, long last, int limit) {
        StringBuilder query = new StringBuilder("from Change c where c.seq > :seq and c.seq <= :last");
        Parameters parameters = Parameters.with("seq", seq).and("last", last);
        if (!followed.topics().isEmpty()) {
            query.append(" and (c.articleId is null or exists (select 1 from Change other join other.topics t"
                    + " where other.seq = c.seq and t in :topics))");
            parameters.and("topics", followed.topics());
        }
        if (!followed.locales().isEmpty()) {
            query.append(" and (c.articleId is null or c.locale in :locales or c.localeBefore in :locales)");
            parameters.and("locales", followed.locales());
        }
        return Change.<Change>find(query + " order by c.seq", parameters)
                .page(0, limit)
                .list();
    }

    /** The number of the last entry. */
    public static long lastSeq() {
        ChangeCounter counter = ChangeCounter.findById(ChangeCounter.ONLY);
        return counter.seq;
    }

    /** Null where it is a topic or an author that changed. */
    public @Nullable ChangedArticle article() {
        return articleId == null || locale == null || version == null
                ? null
                : new ChangedArticle(articleId, slug, locale, version);
    }

    /** The article's; null where it is a topic or an author that changed. */
    public @Nullable Audience audience() {
        if (articleId == null) {
            return null;
        }
        return new Audience(
                Set.copyOf(topics),
                Stream.of(locale, localeBefore).flatMap(Stream::ofNullable).collect(Collectors.toUnmodifiableSet()));
    }

    /** Until the end of the transaction no other one comes so far, on any node. */
    public static void lockLog() {
        lockCounter();
    }

    private static ChangeCounter lockCounter() {
        return ChangeCounter.findById(ChangeCounter.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private static Change next(ChangeType type, String slug, Instant at) {
        ChangeCounter counter = lockCounter();
        counter.seq++;
        Change change = new Change();
        change.seq = counter.seq;
        change.type = type;
        change.slug = slug;
        change.at = at;
        return change;
    }

    private void log() {
        persist();
        Arc.container().beanManager().getEvent().fire(new Logged(this));
    }
}
