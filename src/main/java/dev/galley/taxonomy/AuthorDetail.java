package dev.galley.taxonomy;

import dev.galley.query.Row;
import org.jspecify.annotations.Nullable;

/** An author by themselves; {@code articleCount} counts published articles. */
public record AuthorDetail(
        String slug, String name, @Nullable String url, long articleCount) {
    /** Ends before the where clause; the author is {@code t}. */
    static final String SELECT = """
            select new dev.galley.taxonomy.AuthorDetail(t.slug, t.name, t.url,
              (select count(*) from ArticleAuthor l where l.author.id = t.id))
            from Author t""";

    static final String IS_PUBLIC = "exists (select 1 from ArticleAuthor l where l.author.id = t.id)";

    /** Of a row of {@link AuthorGrammar}, with the cells of those members that are shown. */
    static AuthorDetail of(Row row) {
        return new AuthorDetail(
                row.get(AuthorGrammar.SLUG),
                row.get(AuthorGrammar.NAME),
                row.get(AuthorGrammar.URL),
                row.getLong(AuthorGrammar.ARTICLE_COUNT));
    }
}
