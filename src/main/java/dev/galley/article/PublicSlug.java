package dev.galley.article;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** A slug that is or was public, and the article that had it last. */
@Entity
@Table(name = "public_slug")
@IdClass(PublicSlug.Key.class)
public class PublicSlug extends PanacheEntityBase {
    @Id
    public String slug;

    @Id
    public String locale;

    @Column(name = "article_id")
    public UUID articleId;

    /** The primary key. */
    public record Key(String slug, String locale) {}

    /** From now on the slug leads to this article. */
    public static void point(String slug, String locale, UUID articleId) {
        PublicSlug known = findById(new Key(slug, locale));
        if (known == null) {
            known = new PublicSlug();
            known.slug = slug;
            known.locale = locale;
            known.articleId = articleId;
            known.persist();
        } else {
            known.articleId = articleId;
        }
    }

    public static List<PublicSlug> bySlug(String slug) {
        return list("slug", slug);
    }

    /** Whether an article was ever public. */
    public static boolean everLedTo(UUID articleId) {
        return count("articleId", articleId) > 0;
    }
}
