package dev.galley.article;

import dev.galley.query.Cell;
import dev.galley.query.Conditions;
import dev.galley.query.Filter;
import dev.galley.query.Grammar;
import dev.galley.query.Order;
import dev.galley.query.Parameters;
import dev.galley.query.RowQuery.Ordered;
import dev.galley.query.SortKey;
import dev.galley.query.TextSearch;
import dev.galley.taxonomy.Author;
import dev.galley.taxonomy.Topic;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What all lists of articles and of their parts can be asked: all of it is asked of the article, {@code a}. */
public abstract class PublishedGrammar extends Grammar {
    private static final String HAS_TOPIC =
            "exists (select 1 from ArticleTopic l where l.articleId = a.id and l.topic.id in %s)";
    private static final String HAS_AUTHOR =
            "exists (select 1 from ArticleAuthor l where l.articleId = a.id and l.author.id in %s)";
    private static final SortedMap<String, String> HAS = new TreeMap<>(Map.of(
            "faqs", "exists (select 1 from FaqRow f where f.articleId = a.id)",
            "takeaways", "exists (select 1 from TakeawayRow t where t.articleId = a.id)",
            "code", "a.hasCode = true",
            "images", "a.hasImages = true"));

    protected PublishedGrammar(Class<?> view) {
        super(view, ArticleCells.ID);
        add(Filter.related("topic", "topics", HAS_TOPIC, Topic::ids).example("http-caching"));
        add(Filter.related("author", "authors", HAS_AUTHOR, Author::ids));
        add(Filter.anyOf("locale", "locales, exactly", "a.locale in %s", ArticleLookup::canonical)
                .example("en"));
        add(Filter.anyOf("slug", "slugs of articles", "a.slug in %s", Parameters::slug));
        add(Filter.anyOf("id", "ids of articles", "a.id in %s", Parameters::id));
        add(Filter.times("publishedAt", ArticleCells.PUBLISHED_AT));
        add(Filter.times("updatedAt", ArticleCells.UPDATED_AT));
        add(Filter.numbers("wordCount", ArticleCells.WORD_COUNT));
        add(Filter.numbers("readingMinutes", ArticleCells.READING_MINUTES));
        add(Filter.flags("has", "At least one of each of these in the article, comma separated.", HAS));
        add(SortKey.time("publishedAt", ArticleCells.PUBLISHED_AT));
        add(SortKey.time("updatedAt", ArticleCells.UPDATED_AT));
        add(SortKey.text("title", ArticleCells.TITLE_KEY));
        add(SortKey.number("wordCount", ArticleCells.WORD_COUNT));
        takesWords("Words, \"a phrase\", -without, prefix*, as in search; at most 200 characters.");
    }

    @Override
    protected Order standardOrder() {
        return new Order("publishedAt", true);
    }

    /** What is looked for where words are asked for. */
    protected abstract TextSearch.Kind kind();

    /** What each item is, in the query: the article itself, or a part of it that {@link #join} brings in. */
    protected Cell<UUID> item() {
        return ArticleCells.ID;
    }

    protected String join() {
        return "";
    }

    protected Conditions conditions() {
        return new Conditions();
    }

    /** The order of several items of one article. */
    protected List<Ordered> inArticle() {
        return List.of();
    }
}
