package dev.galley.change;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

    /** Told within the transaction that takes a number; whoever is to know of what is done observes its success. */
    record Numbered(long seq) {}

    /** Belongs into the transaction of the change itself, as its last step: other publications wait from here on. */
    public static void ofArticle(
            ChangeType type, UUID articleId, String slug, String locale, long version, Instant at) {
        Change change = next(type, slug, at);
        change.articleId = articleId;
        change.locale = locale;
        change.version = version;
        change.persist();
    }

    /** A topic or an author, as all published articles show it. */
    public static void ofTaxonomy(ChangeType type, String slug, Instant at) {
        next(type, slug, at).persist();
    }

    /** What came behind an entry, in order. */
    public static List<Change> after(long seq, int limit) {
        return Change.<Change>find("seq > ?1 order by seq", seq).page(0, limit).list();
    }

    /** The number of the last entry. */
    public static long lastSeq() {
        ChangeCounter counter = ChangeCounter.findById(ChangeCounter.ONLY);
        return counter.seq;
    }

    private static Change next(ChangeType type, String slug, Instant at) {
        ChangeCounter counter = ChangeCounter.findById(ChangeCounter.ONLY, LockModeType.PESSIMISTIC_WRITE);
        counter.seq++;
        Change change = new Change();
        change.seq = counter.seq;
        change.type = type;
        change.slug = slug;
        change.at = at;
        Arc.container().beanManager().getEvent().fire(new Numbered(change.seq));
        return change;
    }
}
