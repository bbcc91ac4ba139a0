package dev.galley.search;

import dev.galley.article.Article;
import dev.galley.article.ArticleBody;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.section.SectionRow;
import dev.galley.taxonomy.ArticleAuthor;
import dev.galley.taxonomy.ArticleTopic;
import dev.galley.taxonomy.Topic;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the index's documents from the rows of published articles. Of a link there are its words alone in it, wherever it
 * leads.
 */
final class ArticleEntries {
    private ArticleEntries() {}

    /** The documents of each article, its own first. Two statements, however many articles there are. */
    static Map<UUID, List<Entry>> of(List<Article> articles) {
        List<UUID> ids = articles.stream().map(article -> article.id).toList();
        Map<UUID, Set<String>> topics = ArticleTopic.ofArticles(ids).stream()
                .collect(Collectors.groupingBy(
                        link -> link.articleId, Collectors.mapping(link -> link.topic.slug, Collectors.toSet())));
        Map<UUID, Set<String>> authors = ArticleAuthor.ofArticles(ids).stream()
                .collect(Collectors.groupingBy(
                        link -> link.articleId, Collectors.mapping(link -> link.author.slug, Collectors.toSet())));
        Map<UUID, List<Entry>> entries = new LinkedHashMap<>();
        for (Article article : articles) {
            About about = new About(
                    article, topics.getOrDefault(article.id, Set.of()), authors.getOrDefault(article.id, Set.of()));
            entries.put(article.id, new OneArticle(about).entries());
        }
        return entries;
    }

    /** All that an article says in words, as it is compared with others. */
    static List<String> said(Article article) {
        return new OneArticle(new About(article, Set.of(), Set.of())).said();
    }

    /** Of topics by their slugs, for suggestions; those that drafts alone use are left out when they are looked up. */
    static Map<String, Entry> ofTopics(Collection<String> slugs) {
        return slugs.isEmpty()
                ? Map.of()
                : Topic.bySlugs(slugs).values().stream()
                        .collect(Collectors.toMap(topic -> topic.slug, ArticleEntries::ofTopic));
    }

    /** No id of anything else looks like this. */
    static String topicId(String slug) {
        return "topic " + slug;
    }

    private static Entry ofTopic(Topic topic) {
        return new Entry(Kind.TOPIC)
                .kept(IndexField.ID, topicId(topic.slug))
                .stored(IndexField.TOPIC_SLUG, topic.slug)
                .suggested(topic.name);
    }

    /** What filters ask of an article, and so of its parts. */
    private record About(Article article, Set<String> topics, Set<String> authors) {
        private Entry entry(Kind kind, UUID id, int place) {
            Entry entry = new Entry(kind)
                    .kept(IndexField.ARTICLE, article.id.toString())
                    .kept(IndexField.ID, id.toString())
                    .keyword(IndexField.SLUG, article.slug)
                    .kept(IndexField.LOCALE, article.locale)
                    .number(IndexField.PUBLISHED_AT, Moments.micros(article.publishedAt))
                    .number(IndexField.UPDATED_AT, Moments.micros(article.updatedAt))
                    .number(IndexField.WORD_COUNT, article.wordCount)
                    .number(IndexField.READING_MINUTES, article.readingMinutes)
                    .sorted(IndexField.TITLE_KEY, article.titleKey)
                    .place(article.id, kind, place);
            topics.forEach(topic -> entry.counted(IndexField.TOPIC, topic));
            authors.forEach(author -> entry.counted(IndexField.AUTHOR, author));
            holdings(article).forEach(held -> entry.keyword(IndexField.HAS, held));
            return entry;
        }

        private static List<String> holdings(Article article) {
            return Stream.of(
                            article.body.faqs().isEmpty() ? null : "faqs",
                            article.body.takeaways().isEmpty() ? null : "takeaways",
                            article.hasCode ? "code" : null,
                            article.hasImages ? "images" : null)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }

    /** One article at work. */
    private record OneArticle(About about, Language language) {
        private OneArticle(About about) {
            this(about, Language.of(about.article.locale));
        }

        private List<Entry> entries() {
            List<Entry> entries = new ArrayList<>();
            entries.add(whole());
            List<Section> sections = about.article.body.sections().stream()
                    .flatMap(Section::walk)
                    .toList();
            for (int i = 0; i < sections.size(); i++) {
                entries.add(section(sections.get(i), i));
            }
            List<Faq> faqs = about.article.body.faqs();
            for (int i = 0; i < faqs.size(); i++) {
                entries.add(faq(faqs.get(i), i));
            }
            List<Takeaway> takeaways = about.article.body.takeaways();
            for (int i = 0; i < takeaways.size(); i++) {
                entries.add(takeaway(takeaways.get(i), i));
            }
            return entries;
        }

        private List<String> said() {
            ArticleBody body = about.article.body;
            return Stream.of(
                            Stream.of(about.article.title),
                            Stream.ofNullable(about.article.summary),
                            Prose.of(body.lead()).words().stream(),
                            body.sections().stream()
                                    .flatMap(Section::walk)
                                    .flatMap(section -> Stream.concat(
                                            Stream.of(section.heading()), Prose.of(section.blocks()).words().stream())),
                            body.takeaways().stream().map(takeaway -> InlineText.plain(takeaway.text())),
                            body.faqs().stream()
                                    .flatMap(faq -> Stream.concat(
                                            Stream.of(faq.question()), Prose.of(faq.answer()).words().stream())))
                    .flatMap(texts -> texts)
                    .filter(text -> !text.isBlank())
                    .toList();
        }

        private Entry whole() {
            Article article = about.article;
            Prose lead = Prose.of(article.body.lead());
            String summary = article.summary == null ? "" : article.summary;
            Entry entry = about.entry(Kind.ARTICLE, article.id, 0)
                    .suggested(article.title)
                    .compared(language, said())
                    .shown(null, null, summary.isEmpty() ? lead.text() : summary + "\n" + lead.text())
                    .text(Weight.TITLE, language, article.title)
                    .text(Weight.TEXT, language, summary);
            lead.addTo(entry, language);
            article.body.sections().stream().flatMap(Section::walk).forEach(section -> {
                entry.text(Weight.HEADING, language, section.heading());
                Prose.of(section.blocks()).addTo(entry, language);
            });
            article.body
                    .takeaways()
                    .forEach(takeaway -> entry.text(Weight.TAKEAWAY, language, InlineText.plain(takeaway.text())));
            article.body.faqs().forEach(faq -> {
                entry.text(Weight.QUESTION, language, faq.question());
                Prose.of(faq.answer()).addTo(entry, language);
            });
            return entry;
        }

        private Entry section(Section section, int place) {
            Prose prose = Prose.of(section.blocks());
            Entry entry = about.entry(Kind.SECTION, UUID.fromString(section.id()), place)
                    .suggested(section.heading())
                    .shown(null, section.anchor(), prose.text())
                    .text(Weight.HEADING, language, section.heading());
            SectionRow.codeLanguages(section).forEach(code -> entry.keyword(IndexField.CODE_LANGUAGE, code));
            prose.addTo(entry, language);
            return entry;
        }

        private Entry faq(Faq faq, int place) {
            Prose answer = Prose.of(faq.answer());
            Entry entry = about.entry(Kind.FAQ, UUID.fromString(faq.id()), place)
                    .shown(faq.question(), faq.anchor(), answer.text())
                    .text(Weight.QUESTION, language, faq.question());
            answer.addTo(entry, language);
            return entry;
        }

        private Entry takeaway(Takeaway takeaway, int place) {
            String text = InlineText.plain(takeaway.text());
            return about.entry(Kind.TAKEAWAY, UUID.fromString(takeaway.id()), place)
                    .shown(null, null, text)
                    .text(Weight.TAKEAWAY, language, text);
        }
    }
}
