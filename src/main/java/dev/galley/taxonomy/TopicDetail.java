package dev.galley.taxonomy;

import dev.galley.document.TopicKind;
import dev.galley.query.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A topic by itself; {@code articleCount} counts published articles. */
public record TopicDetail(
        String slug,
        String name,
        TopicKind kind,
        @Nullable String description,
        List<String> sameAs,
        long articleCount) {
    /** Ends before the where clause; the topic is {@code t}. */
    static final String SELECT = """
            select new dev.galley.taxonomy.TopicDetail(t.slug, t.name, t.kind, t.description, t.sameAs,
              (select count(*) from ArticleTopic l where l.topic.id = t.id))
            from Topic t""";

    static final String IS_PUBLIC = "exists (select 1 from ArticleTopic l where l.topic.id = t.id)";

    /** Of a row of {@link TopicGrammar}, with the cells of those members that are shown. */
    static TopicDetail of(Row row) {
        return new TopicDetail(
                row.get(TopicGrammar.SLUG),
                row.get(TopicGrammar.NAME),
                row.get(TopicGrammar.KIND),
                row.get(TopicGrammar.DESCRIPTION),
                row.get(TopicGrammar.SAME_AS),
                row.getLong(TopicGrammar.ARTICLE_COUNT));
    }
}
