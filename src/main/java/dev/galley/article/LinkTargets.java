package dev.galley.article;

import dev.galley.platform.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The articles that the names in one article's links lead to. */
public final class LinkTargets {
    static final LinkTargets NONE = new LinkTargets("");

    /** Those who hold or held a slug, the last of them first. */
    private static final String BY_SLUG = """
            select new dev.galley.article.LinkTargets$Named(p.slug, a.id, a.slug, a.locale)
            from PublicSlug p join Article a on a.id = p.articleId
            where p.slug in :slugs
            order by p.since desc, a.id""";

    private static final String BY_ID = """
            select new dev.galley.article.LinkTargets$Target(a.id, a.slug, a.locale)
            from Article a where a.id in :ids""";

    /** An article, enough of it to lead there. */
    public record Target(UUID id, String slug, String locale) {}

    /** The same, and a slug that it has or had. */
    record Named(String name, UUID id, String slug, String locale) {}

    private final String ownLocale;
    private final Map<String, List<Target>> byName = new HashMap<>();

    /** {@code ownLocale} is that of the article which the links stand in. */
    public LinkTargets(String ownLocale) {
        this.ownLocale = ownLocale;
    }

    /** What names lead readers to now. All of them are known from then on, also those that no public article has. */
    public static LinkTargets of(Collection<String> names, String ownLocale) {
        LinkTargets targets = new LinkTargets(ownLocale);
        names.forEach(targets::know);
        List<UUID> ids =
                names.stream().flatMap(name -> Ids.parse(name).stream()).toList();
        if (!ids.isEmpty()) {
            Article.getEntityManager()
                    .createQuery(BY_ID, Target.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(target -> targets.add(target.id().toString(), target));
        }
        if (ids.size() < names.size()) {
            Article.getEntityManager()
                    .createQuery(BY_SLUG, Named.class)
                    .setParameter("slugs", names)
                    .getResultStream()
                    .forEach(named -> targets.add(named.name(), new Target(named.id(), named.slug(), named.locale())));
        }
        return targets;
    }

    void know(String name) {
        byName.computeIfAbsent(name, unknown -> new ArrayList<>());
    }

    public void add(String name, Target target) {
        know(name);
        byName.getOrDefault(name, List.of()).add(target);
    }

    /** Before all that are equally near. */
    public void addFirst(String name, Target target) {
        know(name);
        byName.getOrDefault(name, List.of()).add(0, target);
    }

    boolean knows(String name) {
        return byName.containsKey(name);
    }

    /** An article that holds the slug before one that held it; of several the one in the nearest locale. */
    public Optional<Target> find(ArticleAddress address, LocaleConfig locales) {
        String name = address.name();
        List<String> chain = locales.chain(address.locale() == null ? ownLocale : address.locale());
        return byName.getOrDefault(name, List.of()).stream()
                .min(Comparator.comparing((Target target) -> isFormer(target, name))
                        .thenComparing(target -> LocaleChain.rank(chain, target.locale()))
                        .thenComparing(Target::locale));
    }

    private static boolean isFormer(Target target, String name) {
        return !target.slug().equals(name) && !target.id().toString().equals(name);
    }
}
