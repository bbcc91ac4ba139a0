package dev.galley.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A slug that is or was public, and an article that has or had it. */
@Entity
@Table(name = "public_slug")
@IdClass(PublicSlug.Key.class)
public class PublicSlug extends PanacheEntityBase {
    @Id
    public String slug;

    @Id
    public String locale;

    @Id
    @Column(name = "article_id")
    public UUID articleId;

    public Instant since;

    /** The primary key. */
    public record Key(String slug, String locale, UUID articleId) {}

    /** From now on the slug leads to this article. */
    public static void point(String slug, String locale, UUID articleId, Instant now) {
        PublicSlug known = findById(new Key(slug, locale, articleId));
        if (known == null) {
            known = new PublicSlug();
            known.slug = slug;
            known.locale = locale;
            known.articleId = articleId;
            known.since = now;
            known.persist();
        } else {
            known.since = now;
        }
    }

    /** The article that had it last comes first. */
    public static List<PublicSlug> bySlug(String slug) {
        return list("slug = ?1 order by since desc, articleId desc", slug);
    }

    /** Every slug that an article has or had. */
    public static List<String> slugsOf(UUID articleId) {
        return getEntityManager()
                .createQuery("select distinct p.slug from PublicSlug p where p.articleId = :article", String.class)
                .setParameter("article", articleId)
                .getResultList();
    }

    /** Whether an article was ever public. */
    public static boolean everLedTo(UUID articleId) {
        return count("articleId", articleId) > 0;
    }
}
