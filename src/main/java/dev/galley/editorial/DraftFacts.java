package dev.galley.editorial;

import dev.galley.article.TitleOrder;
import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Measures;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Code;
import dev.galley.document.block.Image;
import dev.galley.text.Folding;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a document says that lists of drafts are filtered, sorted and searched by.
 *
 * @param titleKey as {@link TitleOrder} writes it
 * @param titleWords folded
 * @param allWords folded: of the title and of all the rest that readers read or editors know it by
 */
@Embeddable
public record DraftFacts(
        @Column(name = "word_count") int wordCount,
        @Column(name = "reading_minutes") int readingMinutes,
        @Column(name = "has_faqs") boolean hasFaqs,
        @Column(name = "has_takeaways") boolean hasTakeaways,
        @Column(name = "has_code") boolean hasCode,
        @Column(name = "has_images") boolean hasImages,
        @Column(name = "title_key") String titleKey,

        @Column(name = "title_words") @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        String titleWords,

        @Column(name = "all_words") @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
        String allWords) {
    /** As much as H2 compares; lists look no further into a document. */
    private static final int MOST_LETTERS = 1_000_000;

    static DraftFacts of(ArticleDocument document) {
        Measures measures = Measures.of(document);
        return new DraftFacts(
                measures.wordCount(),
                measures.readingMinutes(),
                !document.faqs().isEmpty(),
                !document.takeaways().isEmpty(),
                document.allBlocks().anyMatch(Code.class::isInstance),
                document.allBlocks().anyMatch(Image.class::isInstance),
                TitleOrder.key(document.title()),
                folded(Stream.of(document.title())),
                folded(said(document)));
    }

    static Set<String> topics(ArticleDocument document) {
        return document.topics().stream().map(TopicRef::slug).collect(Collectors.toSet());
    }

    static Set<String> authors(ArticleDocument document) {
        return document.authors().stream().map(AuthorRef::slug).collect(Collectors.toSet());
    }

    private static Stream<String> said(ArticleDocument document) {
        return Stream.of(
                        Stream.of(document.title(), document.slug()),
                        Stream.ofNullable(document.summary()),
                        document.topics().stream().flatMap(topic -> known(topic.slug(), topic.name())),
                        document.authors().stream().flatMap(author -> known(author.slug(), author.name())),
                        Measures.read(document))
                .flatMap(texts -> texts);
    }

    private static Stream<String> known(String slug, @Nullable String name) {
        return Stream.concat(Stream.of(slug), Stream.ofNullable(name));
    }

    private static String folded(Stream<String> texts) {
        String words = String.join(" ", Folding.words(texts.collect(Collectors.joining(" "))));
        return words.substring(0, Math.min(words.length(), MOST_LETTERS));
    }
}
