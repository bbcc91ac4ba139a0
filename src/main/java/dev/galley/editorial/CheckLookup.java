package dev.galley.editorial;

import dev.galley.article.Article;
import dev.galley.article.ArticleAddress;
import dev.galley.article.ArticleAddresses;
import dev.galley.article.LinkTargets;
import dev.galley.article.LocaleConfig;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Placed;
import dev.galley.document.Places;
import dev.galley.document.SeriesPlace;
import dev.galley.platform.Ids;
import dev.galley.publishing.Surroundings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up what there is beside a document: the articles it links to, drafts too, and those whose place it takes. */
@ApplicationScoped
public class CheckLookup {
    private static final String BY_ID = """
            select new dev.galley.article.LinkTargets$Target(d.id, d.slug, d.locale)
            from Draft d where d.id in :names and d.status <> :trashed""";

    private static final String BY_SLUG = """
            select new dev.galley.article.LinkTargets$Target(d.id, d.slug, d.locale)
            from Draft d where d.slug in :names and d.status <> :trashed""";

    private static final String BY_OLD_SLUG = """
            select new dev.galley.editorial.CheckLookup$Former(p.slug, d.id, d.slug, d.locale)
            from PublicSlug p join Draft d on d.id = p.articleId
            where p.slug in :names and d.slug <> p.slug and d.status <> :trashed order by p.since desc""";

    /** A draft, and a slug that it was public under. */
    record Former(String name, UUID id, String slug, String locale) {}

    private final ArticleAddresses addresses;
    private final LocaleConfig locales;

    CheckLookup(ArticleAddresses addresses, LocaleConfig locales) {
        this.addresses = addresses;
        this.locales = locales;
    }

    Surroundings of(UUID draftId, ArticleDocument document) {
        return new Surroundings(links(draftId, document), translation(draftId, document), neighbour(draftId, document));
    }

    private List<Surroundings.Link> links(UUID draftId, ArticleDocument document) {
        List<Placed<ArticleAddress>> links = addresses.in(Places.of(document));
        List<String> names = names(links);
        LinkTargets articles = LinkTargets.of(names, document.locale());
        LinkTargets drafts = drafts(names, document.locale());
        List<Resolved> resolved = links.stream()
                .map(link -> isItself(link.value(), draftId, document)
                        ? new Resolved(link, draftId, true)
                        : resolved(link, articles, drafts))
                .toList();
        Map<UUID, Set<String>> anchors = anchors(resolved);
        anchors.put(draftId, document.anchors());
        return resolved.stream().map(link -> link.with(anchors)).toList();
    }

    /** A link, and which article it leads to. */
    private record Resolved(
            Placed<ArticleAddress> link, @Nullable UUID target, boolean isPublic) {
        Surroundings.Link with(Map<UUID, Set<String>> anchors) {
            return new Surroundings.Link(
                    link,
                    target == null ? null : new Surroundings.Target(isPublic, anchors.getOrDefault(target, Set.of())));
        }
    }

    private Resolved resolved(Placed<ArticleAddress> link, LinkTargets articles, LinkTargets drafts) {
        Optional<LinkTargets.Target> article = articles.find(link.value(), locales);
        return new Resolved(
                link,
                article.or(() -> drafts.find(link.value(), locales))
                        .map(LinkTargets.Target::id)
                        .orElse(null),
                article.isPresent());
    }

    /** Only of those that a link points into. */
    private static Map<UUID, Set<String>> anchors(List<Resolved> links) {
        Map<UUID, Set<String>> anchors = new HashMap<>();
        Article.<Article>list("id in ?1", pointedInto(links, true))
                .forEach(article -> anchors.put(article.id, article.body.anchors()));
        Draft.<Draft>list("id in ?1", pointedInto(links, false))
                .forEach(draft -> anchors.put(draft.id, draft.document.anchors()));
        return anchors;
    }

    private static List<UUID> pointedInto(List<Resolved> links, boolean isPublic) {
        return links.stream()
                .filter(link -> link.link().value().anchor() != null && link.isPublic() == isPublic)
                .flatMap(link -> Stream.ofNullable(link.target()))
                .distinct()
                .toList();
    }

    /** As it will be when the document is public under its own slug. */
    private static boolean isItself(ArticleAddress address, UUID draftId, ArticleDocument document) {
        return address.name().equals(draftId.toString())
                || (address.name().equals(document.slug())
                        && (address.locale() == null || address.locale().equals(document.locale())));
    }

    /** No more than can be published; a database has an end to what it can be asked at once. */
    private static List<String> names(List<Placed<ArticleAddress>> links) {
        return links.stream()
                .map(link -> link.value().name())
                .filter(ArticleAddresses::isName)
                .distinct()
                .limit(Surroundings.MOST_LINKED)
                .toList();
    }

    private static LinkTargets drafts(List<String> names, String locale) {
        LinkTargets drafts = new LinkTargets(locale);
        List<UUID> ids =
                names.stream().flatMap(name -> Ids.parse(name).stream()).toList();
        if (!ids.isEmpty()) {
            find(BY_ID, LinkTargets.Target.class, ids)
                    .forEach(draft -> drafts.add(draft.id().toString(), draft));
        }
        if (ids.size() < names.size()) {
            find(BY_SLUG, LinkTargets.Target.class, names).forEach(draft -> drafts.add(draft.slug(), draft));
            find(BY_OLD_SLUG, Former.class, names)
                    .forEach(draft ->
                            drafts.add(draft.name(), new LinkTargets.Target(draft.id(), draft.slug(), draft.locale())));
        }
        return drafts;
    }

    private static <T> List<T> find(String query, Class<T> type, List<?> names) {
        return Draft.getEntityManager()
                .createQuery(query, type)
                .setParameter("names", names)
                .setParameter("trashed", DraftStatus.TRASHED)
                .getResultList();
    }

    private static @Nullable String translation(UUID draftId, ArticleDocument document) {
        return document.translationKey() == null
                ? null
                : Article.<Article>find(
                                "translationKey = ?1 and locale = ?2 and id <> ?3",
                                document.translationKey(),
                                document.locale(),
                                draftId)
                        .firstResultOptional()
                        .map(article -> article.title)
                        .orElse(null);
    }

    private static @Nullable String neighbour(UUID draftId, ArticleDocument document) {
        SeriesPlace place = document.series();
        return place == null || place.position() == null
                ? null
                : Draft.<Draft>find(
                                "seriesSlug = ?1 and seriesPosition = ?2 and locale = ?3 and id <> ?4 and status <> ?5",
                                place.slug(),
                                place.position(),
                                document.locale(),
                                draftId,
                                DraftStatus.TRASHED)
                        .firstResultOptional()
                        .map(draft -> draft.title)
                        .orElse(null);
    }
}
