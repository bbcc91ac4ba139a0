package dev.galley.bench;

import dev.galley.article.ArticleBody;
import dev.galley.article.BlocksColumn;
import dev.galley.article.BodyColumn;
import dev.galley.article.HeroColumn;
import dev.galley.article.SeoColumn;
import dev.galley.article.TitleOrder;
import dev.galley.bench.GeneratedArticles.Published;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Measures;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Code;
import dev.galley.document.block.Image;
import dev.galley.document.block.Paragraph;
import dev.galley.text.InlineText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes generated articles as the rows that publishing them would have left, only faster. */
final class ArticleTables {
    private static final int BATCH = 1_000;
    private static final String TO_ARTICLE = "article:";

    private static final BodyColumn BODY = new BodyColumn();
    private static final BlocksColumn BLOCKS = new BlocksColumn();
    private static final HeroColumn HERO = new HeroColumn();
    private static final SeoColumn SEO = new SeoColumn();

    private final Connection connection;
    /** One for each table, in the order in which their rows depend on each other. */
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();

    private final Map<String, UUID> ids = new HashMap<>();
    private long changes;

    private ArticleTables(Connection connection) {
        this.connection = connection;
    }

    /** Fills a database that Galley has migrated and in which nothing was published. */
    static void fill(Connection connection, GeneratedArticles articles) throws SQLException {
        connection.setAutoCommit(false);
        ArticleTables tables = new ArticleTables(connection);
        tables.taxonomy();
        for (int from = 0; from < articles.count(); from += BATCH) {
            List<Published> batch = IntStream.range(from, Math.min(from + BATCH, articles.count()))
                    .parallel()
                    .mapToObj(articles::article)
                    .toList();
            for (Published article : batch) {
                tables.publish(article);
            }
            tables.flush();
        }
        tables.close();
        connection.setAutoCommit(true);
    }

    private void taxonomy() throws SQLException {
        SplittableRandom random = new SplittableRandom(0);
        for (int rank = 1; rank <= GeneratedArticles.TOPICS; rank++) {
            named("topic", GeneratedArticles.topic(rank), random)
                    .with("kind", "CONCEPT")
                    .with("same_as", "[]")
                    .insert();
        }
        for (int rank = 1; rank <= GeneratedArticles.AUTHORS; rank++) {
            named("author", GeneratedArticles.author(rank), random).insert();
        }
        flush();
    }

    private Row named(String table, String slug, SplittableRandom random) {
        ids.put(slug, GeneratedArticles.uuid(GeneratedArticles.FIRST_DAY, random));
        return new Row(table)
                .with("id", ids.get(slug))
                .with("slug", slug)
                .with("name", new Prose(random).heading(2))
                .with("created_at", GeneratedArticles.FIRST_DAY)
                .with("updated_at", GeneratedArticles.FIRST_DAY);
    }

    private void publish(Published article) throws SQLException {
        article(article);
        topics(article);
        authors(article);
        sections(article);
        takeaways(article);
        faqs(article);
        links(article);
        slug(article);
        change(article);
    }

    private void article(Published article) throws SQLException {
        ArticleDocument document = article.document();
        Measures measures = Measures.of(document);
        ArticleBody body = new ArticleBody(document.lead(), document.sections(), document.takeaways(), document.faqs());
        new Row("article")
                .with("id", article.id())
                .with("slug", document.slug())
                .with("locale", document.locale())
                .with("translation_key", document.translationKey())
                .with("title", document.title())
                .with("title_key", TitleOrder.key(document.title()))
                .with("summary", document.summary())
                .with("hero", HERO.convertToDatabaseColumn(document.hero()))
                .with("seo", SEO.convertToDatabaseColumn(document.seo()))
                .with("body", BODY.convertToDatabaseColumn(body))
                .with("published_at", article.publishedAt())
                .with("updated_at", article.publishedAt())
                .with("version", 1L)
                .with("word_count", measures.wordCount())
                .with("reading_minutes", measures.readingMinutes())
                .with("has_code", body.blocks().anyMatch(Code.class::isInstance))
                .with("has_images", body.blocks().anyMatch(Image.class::isInstance))
                .insert();
    }

    private void topics(Published article) throws SQLException {
        for (int i = 0; i < article.document().topics().size(); i++) {
            new Row("article_topic")
                    .with("article_id", article.id())
                    .with("topic_id", ids.get(article.document().topics().get(i).slug()))
                    .with("published_at", article.publishedAt())
                    .with("position", i)
                    .insert();
        }
    }

    private void authors(Published article) throws SQLException {
        for (int i = 0; i < article.document().authors().size(); i++) {
            new Row("article_author")
                    .with("article_id", article.id())
                    .with(
                            "author_id",
                            ids.get(article.document().authors().get(i).slug()))
                    .with("published_at", article.publishedAt())
                    .with("position", i)
                    .insert();
        }
    }

    private void sections(Published article) throws SQLException {
        for (int i = 0; i < article.document().sections().size(); i++) {
            Section section = article.document().sections().get(i);
            UUID id = UUID.fromString(section.id());
            new Row("section")
                    .with("article_id", article.id())
                    .with("id", id)
                    .with("position", i)
                    .with("level", 1)
                    .with("anchor", section.anchor())
                    .with("heading", section.heading())
                    .with("blocks", BLOCKS.convertToDatabaseColumn(section.blocks()))
                    .insert();
            for (String language : languages(section).toList()) {
                new Row("section_code_language")
                        .with("article_id", article.id())
                        .with("section_id", id)
                        .with("language", language)
                        .insert();
            }
        }
    }

    private static Stream<String> languages(Section section) {
        return Blocks.walk(section.blocks())
                .filter(Code.class::isInstance)
                .map(code -> ((Code) code).language())
                .distinct();
    }

    private void takeaways(Published article) throws SQLException {
        for (int i = 0; i < article.document().takeaways().size(); i++) {
            Takeaway takeaway = article.document().takeaways().get(i);
            new Row("takeaway")
                    .with("article_id", article.id())
                    .with("id", UUID.fromString(takeaway.id()))
                    .with("position", i)
                    .with("text", takeaway.text())
                    .insert();
        }
    }

    private void faqs(Published article) throws SQLException {
        for (int i = 0; i < article.document().faqs().size(); i++) {
            Faq faq = article.document().faqs().get(i);
            new Row("faq")
                    .with("article_id", article.id())
                    .with("id", UUID.fromString(faq.id()))
                    .with("position", i)
                    .with("anchor", faq.anchor())
                    .with("question", faq.question())
                    .with("answer", BLOCKS.convertToDatabaseColumn(faq.answer()))
                    .insert();
        }
    }

    /** Only the lead of a generated article has links. */
    private void links(Published article) throws SQLException {
        List<String> targets = Blocks.walk(article.document().lead())
                .map(block -> ((Paragraph) block).text())
                .filter(text -> text.contains(TO_ARTICLE))
                .flatMap(text -> InlineText.links(text).stream())
                .map(link -> link.substring(TO_ARTICLE.length()))
                .toList();
        for (String target : targets) {
            new Row("article_link")
                    .with("article_id", article.id())
                    .with("target", target)
                    .insert();
        }
    }

    private void slug(Published article) throws SQLException {
        new Row("public_slug")
                .with("slug", article.document().slug())
                .with("locale", article.document().locale())
                .with("article_id", article.id())
                .with("since", article.publishedAt())
                .insert();
    }

    private void change(Published article) throws SQLException {
        changes++;
        new Row("change_log")
                .with("seq", changes)
                .with("type", "ARTICLE_PUBLISHED")
                .with("at", article.publishedAt())
                .with("article_id", article.id())
                .with("slug", article.document().slug())
                .with("locale", article.document().locale())
                .with("version", 1L)
                .insert();
    }

    private void flush() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.executeBatch();
        }
        connection.commit();
    }

    private void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update change_counter set seq = " + changes);
        }
        connection.commit();
        for (PreparedStatement insert : inserts.values()) {
            insert.close();
        }
    }

    /** A row to be, with the same columns as every other of its table. */
    private final class Row {
        private final String table;
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        Row(String table) {
            this.table = table;
        }

        Row with(String column, @Nullable Object value) {
            values.put(column, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            return this;
        }

        /** With the next batch. */
        void insert() throws SQLException {
            PreparedStatement insert = inserts.get(table);
            if (insert == null) {
                insert = connection.prepareStatement(statement());
                inserts.put(table, insert);
            }
            int parameter = 1;
            for (Object value : values.values()) {
                insert.setObject(parameter++, value);
            }
            insert.addBatch();
        }

        private String statement() {
            return "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values ("
                    + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
        }
    }
}
