package dev.galley.editorial;

import dev.galley.document.ArticleDocument;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

/** Gives the drafts that were there already what lists need of their documents, which no SQL can make. */
public class V13__Draft_lists extends BaseJavaMigration {
    /** Documents may be long. */
    private static final int AT_ONCE = 100;

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final DocumentColumn DOCUMENTS = new DocumentColumn();

    @Override
    public void migrate(Context context) throws SQLException {
        Connection database = context.getConnection();
        UUID last = BEFORE_ALL;
        while (last != null) {
            last = fill(database, behind(database, last));
        }
    }

    private static Map<UUID, ArticleDocument> behind(Connection database, UUID last) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(
                "select id, document from draft where id > ? order by id fetch first " + AT_ONCE + " rows only")) {
            select.setObject(1, last);
            try (ResultSet drafts = select.executeQuery()) {
                Map<UUID, ArticleDocument> documents = new LinkedHashMap<>();
                while (drafts.next()) {
                    documents.put(
                            drafts.getObject(1, UUID.class), DOCUMENTS.convertToEntityAttribute(drafts.getString(2)));
                }
                return documents;
            }
        }
    }

    /** Gives the last of them, or null where there are none. */
    private static @Nullable UUID fill(Connection database, Map<UUID, ArticleDocument> documents) throws SQLException {
        UUID last = null;
        try (PreparedStatement facts = database.prepareStatement(
                        "update draft set word_count = ?, reading_minutes = ?, has_faqs = ?, has_takeaways = ?,"
                                + " has_code = ?, has_images = ?, title_key = ?, title_words = ?, all_words = ?"
                                + " where id = ?");
                PreparedStatement topics =
                        database.prepareStatement("insert into draft_topic (draft_id, slug) values (?, ?)");
                PreparedStatement authors =
                        database.prepareStatement("insert into draft_author (draft_id, slug) values (?, ?)")) {
            for (Map.Entry<UUID, ArticleDocument> draft : documents.entrySet()) {
                last = draft.getKey();
                add(facts, last, DraftFacts.of(draft.getValue()));
                add(topics, last, DraftFacts.topics(draft.getValue()));
                add(authors, last, DraftFacts.authors(draft.getValue()));
            }
            facts.executeBatch();
            topics.executeBatch();
            authors.executeBatch();
        }
        return last;
    }

    private static void add(PreparedStatement update, UUID draft, DraftFacts facts) throws SQLException {
        update.setInt(1, facts.wordCount());
        update.setInt(2, facts.readingMinutes());
        update.setBoolean(3, facts.hasFaqs());
        update.setBoolean(4, facts.hasTakeaways());
        update.setBoolean(5, facts.hasCode());
        update.setBoolean(6, facts.hasImages());
        update.setString(7, facts.titleKey());
        update.setString(8, facts.titleWords());
        update.setString(9, facts.allWords());
        update.setObject(10, draft);
        update.addBatch();
    }

    private static void add(PreparedStatement insert, UUID draft, Set<String> slugs) throws SQLException {
        for (String slug : slugs) {
            insert.setObject(1, draft);
            insert.setString(2, slug);
            insert.addBatch();
        }
    }
}
