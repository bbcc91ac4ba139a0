package dev.galley.article;

import dev.galley.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a published article links to another one, which may not be public, or not yet. */
@Entity
@Table(name = "article_link")
@IdClass(OutgoingLink.Key.class)
public class OutgoingLink extends PanacheEntityBase {
    @Id
    @Column(name = "article_id")
    public UUID articleId;

    /** A slug, or an id as text. */
    @Id
    public String target;

    @Column(name = "target_id")
    public @Nullable UUID targetId;

    /** The primary key. */
    public record Key(UUID articleId, String target) {}

    public static OutgoingLink of(UUID articleId, String target) {
        OutgoingLink link = new OutgoingLink();
        link.articleId = articleId;
        link.target = target;
        link.targetId = Ids.parse(target).orElse(null);
        return link;
    }

    public static List<OutgoingLink> ofArticle(UUID articleId) {
        return list("articleId", articleId);
    }

    /** With everybody who holds or held the slug, the last of them first; without an article where none is public. */
    private static final String LEADING_TO = """
            select new dev.galley.article.OutgoingLink$Lead(l.articleId, o.locale, l.target, a.id, a.slug, a.locale)
            from OutgoingLink l
            join Article o on o.id = l.articleId
            left join PublicSlug p on p.slug = l.target
            left join Article a on a.id = coalesce(l.targetId, p.articleId)
            where l.articleId in :articles
            order by p.since desc, a.id""";

    /** A link and a published article that it may mean. */
    record Lead(
            UUID from,
            String ownLocale,
            String name,
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable String locale) {}

    /** Where the links of published articles lead, by the article they stand in: one statement, however many. */
    static Map<UUID, LinkTargets> targets(Collection<UUID> articles) {
        Map<UUID, LinkTargets> targets = new HashMap<>();
        getEntityManager()
                .createQuery(LEADING_TO, Lead.class)
                .setParameter("articles", articles)
                .getResultStream()
                .forEach(lead ->
                        add(targets.computeIfAbsent(lead.from(), from -> new LinkTargets(lead.ownLocale())), lead));
        return targets;
    }

    private static void add(LinkTargets targets, Lead lead) {
        targets.know(lead.name());
        if (lead.id() != null && lead.slug() != null && lead.locale() != null) {
            targets.add(lead.name(), new LinkTargets.Target(lead.id(), lead.slug(), lead.locale()));
        }
    }
}
