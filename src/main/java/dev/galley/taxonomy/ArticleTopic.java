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

/** A published article's topic, at its place in the article's own order. */
@Entity
@Table(name = "article_topic")
@IdClass(ArticleTopic.Key.class)
public class ArticleTopic extends PanacheEntityBase {
    @Id
    @Column(name = "article_id")
    public UUID articleId;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "topic_id")
    public Topic topic;

    /** The article's, again: it puts a whole list of articles in order. */
    @Column(name = "published_at")
    public Instant publishedAt;

    public int position;

    /** The primary key. */
    public record Key(UUID articleId, UUID topic) {}

    public static ArticleTopic of(UUID articleId, Topic topic) {
        ArticleTopic link = new ArticleTopic();
        link.articleId = articleId;
        link.topic = topic;
        return link;
    }

    /** With their topics, in each article's own order. */
    public static List<ArticleTopic> ofArticles(Collection<UUID> articleIds) {
        return list(
                "from ArticleTopic l join fetch l.topic where l.articleId in ?1 order by l.articleId, l.position",
                articleIds);
    }
}
