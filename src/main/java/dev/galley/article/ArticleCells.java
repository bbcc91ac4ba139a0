package dev.galley.article;

import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.query.Cell;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The columns of an article that delivery reads. The article is {@code a} in its queries, the series {@code s}. */
public final class ArticleCells {
    static final String SERIES = " left join Series s on s.id = a.seriesId";
    static final String FROM = "from Article a" + SERIES;

    public static final Cell<UUID> ID = Cell.of("a.id");
    static final Cell<String> SLUG = Cell.of("a.slug");
    static final Cell<String> LOCALE = Cell.of("a.locale");
    static final Cell<String> TRANSLATION_KEY = Cell.of("a.translationKey");
    static final Cell<String> TITLE = Cell.of("a.title");
    static final Cell<String> TITLE_KEY = Cell.of("a.titleKey");
    static final Cell<String> SUMMARY = Cell.of("a.summary");
    static final Cell<Hero> HERO = Cell.of("a.hero");
    static final Cell<Seo> SEO = Cell.of("a.seo");
    static final Cell<String> SERIES_SLUG = Cell.of("s.slug");
    static final Cell<String> SERIES_TITLE = Cell.of("s.title");
    static final Cell<Integer> SERIES_POSITION = Cell.of("a.seriesPosition");
    static final Cell<Instant> PUBLISHED_AT = Cell.of("a.publishedAt");
    static final Cell<Instant> UPDATED_AT = Cell.of("a.updatedAt");
    static final Cell<Long> VERSION = Cell.of("a.version");
    static final Cell<Integer> WORD_COUNT = Cell.of("a.wordCount");
    static final Cell<Integer> READING_MINUTES = Cell.of("a.readingMinutes");
    static final Cell<ArticleBody> BODY = Cell.of("a.body");

    /** The article that a part belongs to, as {@link ArticleReference} shows it. */
    static final List<Cell<?>> REFERENCE = List.of(ID, SLUG, TITLE, PUBLISHED_AT);

    private static final List<Cell<?>> KNOWN_BY = List.of(ID, SLUG, LOCALE);

    /** What the members of an answer are made of. */
    private static final Map<String, List<Cell<?>>> BY_MEMBER = Map.ofEntries(
            Map.entry("slug", List.of(SLUG)),
            Map.entry("locale", List.of(LOCALE)),
            Map.entry("title", List.of(TITLE)),
            Map.entry("summary", List.of(SUMMARY)),
            Map.entry("series", List.of(SERIES_SLUG, SERIES_TITLE, SERIES_POSITION)),
            Map.entry("hero", List.of(HERO)),
            Map.entry("publishedAt", List.of(PUBLISHED_AT)),
            Map.entry("updatedAt", List.of(UPDATED_AT)),
            Map.entry("version", List.of(VERSION)),
            Map.entry("wordCount", List.of(WORD_COUNT)),
            Map.entry("readingMinutes", List.of(READING_MINUTES)),
            Map.entry("lead", List.of(BODY)),
            Map.entry("sections", List.of(BODY)),
            Map.entry("takeaways", List.of(BODY)),
            Map.entry("faqs", List.of(BODY)),
            Map.entry("seo", List.of(SEO)),
            Map.entry("translations", List.of(TRANSLATION_KEY, LOCALE)),
            Map.entry("fallback", List.of(LOCALE)),
            Map.entry("links", List.of(SLUG, LOCALE)));

    private ArticleCells() {}

    /** What is to be read for these members of an answer; others are made of other rows. */
    static Set<Cell<?>> of(Set<String> members) {
        Set<Cell<?>> cells = new LinkedHashSet<>();
        cells.addAll(KNOWN_BY);
        members.forEach(member -> cells.addAll(BY_MEMBER.getOrDefault(member, List.of())));
        return cells;
    }
}
