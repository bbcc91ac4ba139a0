package dev.galley.publishing;

import dev.galley.article.OutgoingLink;
import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.TopicRef;
import dev.galley.faq.FaqRow;
import dev.galley.section.SectionRow;
import dev.galley.takeaway.TakeawayRow;
import dev.galley.taxonomy.ArticleAuthor;
import dev.galley.taxonomy.ArticleTopic;
import dev.galley.taxonomy.Author;
import dev.galley.taxonomy.Topic;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the rows of an article's parts in line with its document: what is there is kept, what has gone is removed. */
final class ArticleRows {
    private final UUID articleId;
    private final ArticleDocument document;
    private final Instant publishedAt;
    private final Surroundings around;

    private ArticleRows(Publication publication) {
        this.articleId = publication.articleId();
        this.document = publication.document();
        this.publishedAt = publication.publishedAt();
        this.around = publication.around();
    }

    static void write(Publication publication) {
        ArticleRows rows = new ArticleRows(publication);
        rows.sections();
        rows.takeaways();
        rows.faqs();
        rows.topics();
        rows.authors();
        rows.links();
    }

    private void sections() {
        Rows<SectionRow> rows = new Rows<>(SectionRow.ofArticle(articleId), row -> row.id.toString());
        sections(rows, document.sections(), null, 1);
        rows.removeTheRest();
    }

    private void sections(Rows<SectionRow> rows, List<Section> sections, @Nullable UUID parent, int level) {
        for (Section section : sections) {
            SectionRow row = rows.take(section.id(), id -> SectionRow.of(articleId, id));
            row.fill(section, parent, rows.position(), level);
            row.persist();
            sections(rows, section.sections(), row.id, level + 1);
        }
    }

    private void takeaways() {
        Rows<TakeawayRow> rows = new Rows<>(TakeawayRow.ofArticle(articleId), row -> row.id.toString());
        for (Takeaway takeaway : document.takeaways()) {
            TakeawayRow row = rows.take(takeaway.id(), id -> TakeawayRow.of(articleId, id));
            row.fill(takeaway, rows.position());
            row.persist();
        }
        rows.removeTheRest();
    }

    private void faqs() {
        Rows<FaqRow> rows = new Rows<>(FaqRow.ofArticle(articleId), row -> row.id.toString());
        for (Faq faq : document.faqs()) {
            FaqRow row = rows.take(faq.id(), id -> FaqRow.of(articleId, id));
            row.fill(faq, rows.position());
            row.persist();
        }
        rows.removeTheRest();
    }

    private void topics() {
        List<String> slugs = document.topics().stream().map(TopicRef::slug).toList();
        Map<String, Topic> topics = slugs.isEmpty() ? Map.of() : Topic.bySlugs(slugs);
        Rows<ArticleTopic> rows = new Rows<>(ArticleTopic.ofArticles(List.of(articleId)), row -> row.topic.slug);
        for (String slug : slugs) {
            Topic topic = topics.get(slug);
            if (topic != null) {
                ArticleTopic row = rows.take(slug, s -> ArticleTopic.of(articleId, topic));
                row.position = rows.position();
                row.publishedAt = publishedAt;
                row.persist();
            }
        }
        rows.removeTheRest();
    }

    private void authors() {
        List<String> slugs = document.authors().stream().map(AuthorRef::slug).toList();
        Map<String, Author> authors = slugs.isEmpty() ? Map.of() : Author.bySlugs(slugs);
        Rows<ArticleAuthor> rows = new Rows<>(ArticleAuthor.ofArticles(List.of(articleId)), row -> row.author.slug);
        for (String slug : slugs) {
            Author author = authors.get(slug);
            if (author != null) {
                ArticleAuthor row = rows.take(slug, s -> ArticleAuthor.of(articleId, author));
                row.position = rows.position();
                row.publishedAt = publishedAt;
                row.persist();
            }
        }
        rows.removeTheRest();
    }

    private void links() {
        Rows<OutgoingLink> rows = new Rows<>(OutgoingLink.ofArticle(articleId), row -> row.target);
        around.names().forEach(name -> rows.take(name, target -> OutgoingLink.of(articleId, target))
                .persist());
        rows.removeTheRest();
    }

    /** The rows that were there, taken one by one in the document's order. */
    private static final class Rows<R extends PanacheEntityBase> {
        private final Map<String, R> free;
        private int taken;

        Rows(List<R> rows, Function<R, String> key) {
            this.free = rows.stream().collect(Collectors.toMap(key, Function.identity(), (a, b) -> a, HashMap::new));
        }

        R take(String key, Function<String, R> create) {
            taken++;
            R row = free.remove(key);
            return row == null ? create.apply(key) : row;
        }

        /** Of the row taken last, from 0. */
        int position() {
            return taken - 1;
        }

        void removeTheRest() {
            free.values().forEach(PanacheEntityBase::delete);
        }
    }
}
