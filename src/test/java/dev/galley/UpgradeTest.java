package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.article.TitleOrder;
import dev.galley.article.V11__Title_keys;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What an older Galley stored gets what newer ones need. */
class UpgradeTest {
    private static final String DATABASE = "jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1";
    private static final String ID = "0199b5a0-0000-7000-8000-000000000001";
    private static final String TOPIC = "0199b5a0-0000-7000-8000-000000000002";

    private static FluentConfiguration migrations() {
        return Flyway.configure()
                .dataSource(DATABASE, "sa", "")
                .locations("classpath:db/migration/common")
                .placeholders(Map.of("text", "clob"))
                .javaMigrations(new V11__Title_keys());
    }

    @Test
    void articlesOfBeforeCanBeFilteredAndSorted() throws SQLException {
        migrations().target("9").load().migrate();
        try (Connection database = DriverManager.getConnection(DATABASE, "sa", "")) {
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

            migrations().load().migrate();

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
}
