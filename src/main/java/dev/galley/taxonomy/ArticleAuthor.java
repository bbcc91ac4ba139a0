package dev.galley.taxonomy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A published article's author, at their place in the article's own order. */
@Entity
@Table(name = "article_author")
@IdClass(ArticleAuthor.Key.class)
public class ArticleAuthor extends PanacheEntityBase {
    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    public Author author;

    /** The article's, again: it puts a whole list of articles in order. */
    @Column(name = "published_at")
    public Instant publishedAt;

    public int position;

    /** The primary key. */
    public record Key(UUID articleId, UUID author) {}

    public static ArticleAuthor of(UUID articleId, Author author) {
        ArticleAuthor link = new ArticleAuthor();
        link.articleId = articleId;
        link.author = author;
        return link;
    }

    /** With their authors, in each article's own order. */
    public static List<ArticleAuthor> ofArticles(Collection<UUID> articleIds) {
        return list(
                "from ArticleAuthor l join fetch l.author where l.articleId in ?1 order by l.articleId, l.position",
                articleIds);
    }
}
