package dev.galley.taxonomy;

import dev.galley.document.TopicKind;
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
}
