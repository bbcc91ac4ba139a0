package dev.galley.feed;

import static java.util.stream.Collectors.groupingBy;

import dev.galley.article.Article;
import dev.galley.article.ArticleLinks;
import dev.galley.document.Seo;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages of the site as search engines want to know them (sitemaps.org), with their translations. */
@ApplicationScoped
class Sitemap {
    static final String MEDIA_TYPE = "application/xml;charset=UTF-8";

    /** More than that one file may not have. */
    private static final int MOST = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static final String SELECT =
            "select new dev.galley.feed.Sitemap$Entry(a.id, a.slug, a.locale, a.translationKey, a.updatedAt, a.seo)"
                    + " from Article a ";

    private final ArticleLinks links;

    Sitemap(ArticleLinks links) {
        this.links = links;
    }

    /** What a row tells of an article. */
    record Entry(
            UUID id, String slug, String locale, @Nullable String translationKey, Instant updatedAt, Seo seo) {}

    /** How many files there are. */
    static int files() {
        return Math.max(1, Math.toIntExact((Article.count() + MOST - 1) / MOST));
    }

    /** The names of the files, where there are several. */
    static String index(List<String> urls) {
        Xml xml = new Xml().begin("sitemapindex", "xmlns", NAMESPACE);
        urls.forEach(url -> xml.begin("sitemap").element("loc", url).end());
        return xml.end().document();
    }

    /** One file, counted from 1; in the caller's transaction. */
    String file(int number) {
        List<Entry> entries = Article.getEntityManager()
                .createQuery(SELECT + "order by a.id", Entry.class)
                .setFirstResult((number - 1) * MOST)
                .setMaxResults(MOST)
                .getResultList();
        Map<String, List<Entry>> translations = entries.isEmpty() ? Map.of() : translations(entries);
        Xml xml = new Xml().begin("urlset", "xmlns", NAMESPACE, "xmlns:xhtml", "http://www.w3.org/1999/xhtml");
        entries.stream().filter(entry -> !entry.seo().noindex()).forEach(entry -> url(xml, entry, translations));
        return xml.end().document();
    }

    private static Map<String, List<Entry>> translations(List<Entry> entries) {
        return Article.getEntityManager()
                .createQuery(
                        SELECT
                                + "where a.translationKey in (select b.translationKey from Article b"
                                + " where b.id >= :first and b.id <= :last) order by a.locale, a.id",
                        Entry.class)
                .setParameter("first", entries.get(0).id())
                .setParameter("last", entries.get(entries.size() - 1).id())
                .getResultStream()
                .collect(groupingBy(Entry::translationKey));
    }

    private void url(Xml xml, Entry entry, Map<String, List<Entry>> translations) {
        xml.begin("url")
                .element("loc", page(entry))
                .element("lastmod", entry.updatedAt().toString());
        List<Entry> languages = entry.translationKey() == null
                ? List.of()
                : translations.getOrDefault(entry.translationKey(), List.of());
        if (languages.size() > 1) {
            languages.forEach(language ->
                    xml.empty("xhtml:link", "rel", "alternate", "hreflang", language.locale(), "href", page(language)));
        }
        xml.end();
    }

    private String page(Entry entry) {
        return links.of(entry.id(), entry.slug(), entry.locale()).html();
    }
}
