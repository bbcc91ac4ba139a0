package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.article.TitleOrder;
import dev.galley.article.V11__Title_keys;
import dev.galley.editorial.V13__Draft_lists;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What an older Galley stored gets what newer ones need. */
class UpgradeTest {
    private static final String ID = "0199b5a0-0000-7000-8000-000000000001";
    private static final String TOPIC = "0199b5a0-0000-7000-8000-000000000002";

    private static final int OLD_DRAFTS = 201;
    private static final String OLD_DOCUMENT = """
            {"slug":"old-%d","locale":"en","title":"Ärger","topics":[{"slug":"tides","name":"Tides","kind":"concept"}],\
            "authors":[{"slug":"mara","name":"Mara","url":null}],\
            "lead":[{"type":"code","id":"b","code":"x = 1"}],"takeaways":[{"id":"t","text":"*Few*"}]}""";

    private static Connection open(String database) throws SQLException {
        return DriverManager.getConnection(database, "sa", "");
    }

    private static FluentConfiguration migrations(String database) {
        return Flyway.configure()
                .dataSource(database, "sa", "")
                .locations("classpath:db/migration/common")
                .placeholders(Map.of("text", "clob"))
                .javaMigrations(new V11__Title_keys(), new V13__Draft_lists());
    }

    @Test
    void articlesOfBeforeCanBeFilteredAndSorted() throws SQLException {
        String url = "jdbc:h2:mem:articles-of-before;DB_CLOSE_DELAY=-1";
        migrations(url).target("9").load().migrate();
        try (Connection database = open(url)) {
            database.createStatement()
                    .execute(
                            "insert into article (id, slug, locale, title, seo, body, published_at, updated_at, version,"
                                    + " word_count, reading_minutes) values ('" + ID + "', 'old', 'en', 'Ärger', '{}',"
                                    + " '{\"lead\":[{\"type\":\"code\",\"id\":\"b\",\"code\":\"\\\"type\\\":\\\"image\\\"\"}]}',"
                                    + " timestamp with time zone '2026-01-02 03:04:05+00:00', current_timestamp, 1, 1, 1)");
            database.createStatement()
                    .execute("insert into topic (id, slug, name, kind, same_as, created_at, updated_at) values ('"
                            + TOPIC + "', 'old', 'Old', 'CONCEPT', '[]', current_timestamp, current_timestamp)");
            database.createStatement()
                    .execute("insert into article_topic (article_id, topic_id, position) values ('" + ID + "', '"
                            + TOPIC + "', 0)");

            migrations(url).load().migrate();

            ResultSet article = database.createStatement()
                    .executeQuery("select a.title_key, a.has_code, a.has_images, t.published_at = a.published_at"
                            + " from article a join article_topic t on t.article_id = a.id");
            assertTrue(article.next());
            assertEquals(TitleOrder.key("Ärger"), article.getString(1));
            assertTrue(article.getBoolean(2));
            assertEquals(false, article.getBoolean(3));
            assertTrue(article.getBoolean(4));
        }
    }

    /** More than are read at once. */
    @Test
    void draftsOfBeforeCanBeFilteredSortedAndSearched() throws SQLException {
        String url = "jdbc:h2:mem:drafts-of-before;DB_CLOSE_DELAY=-1";
        migrations(url).target("11").load().migrate();
        try (Connection database = open(url)) {
            PreparedStatement insert = database.prepareStatement(
                    "insert into draft (id, version, status, slug, locale, title, document, first_published_at,"
                            + " created_at, created_by, updated_at, updated_by) values (?, 1, 'DRAFT', ?, 'en', 'Ärger',"
                            + " ?, case when ? = 0 then timestamp with time zone '2026-01-02 03:04:05+00:00' end,"
                            + " current_timestamp, 'ann', current_timestamp, 'ann')");
            for (int i = 0; i < OLD_DRAFTS; i++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, "old-" + i);
                insert.setString(3, OLD_DOCUMENT.formatted(i));
                insert.setInt(4, i);
                insert.executeUpdate();
            }

            migrations(url).load().migrate();

            ResultSet drafts = database.createStatement()
                    .executeQuery(
                            "select d.title_key, d.title_words, d.all_words, d.word_count, d.reading_minutes, d.has_code,"
                                    + " d.has_images, d.has_faqs, d.has_takeaways, t.slug, a.slug,"
                                    + " d.publication_order = d.first_published_at,"
                                    + " d.publication_order = timestamp with time zone '0001-01-01 00:00:00+00:00'"
                                    + " from draft d join draft_topic t on t.draft_id = d.id"
                                    + " join draft_author a on a.draft_id = d.id order by d.first_published_at nulls last");
            for (int i = 0; i < OLD_DRAFTS; i++) {
                assertTrue(drafts.next());
                assertEquals(TitleOrder.key("Ärger"), drafts.getString(1));
                assertEquals("arger", drafts.getString(2));
                assertTrue(drafts.getString(3).matches("arger old-\\d+ tides tides mara mara x = 1 few"));
                assertEquals(4, drafts.getInt(4) + drafts.getInt(5));
                assertTrue(drafts.getBoolean(6));
                assertEquals(false, drafts.getBoolean(7));
                assertEquals(false, drafts.getBoolean(8));
                assertTrue(drafts.getBoolean(9));
                assertEquals("tides", drafts.getString(10));
                assertEquals("mara", drafts.getString(11));
                assertEquals(i == 0, drafts.getBoolean(12));
                assertEquals(i != 0, drafts.getBoolean(13));
            }
            assertEquals(false, drafts.next());
        }
    }
}
