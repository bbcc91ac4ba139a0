package dev.galley.rendition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.galley.article.PublishedDocument;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Blocks;
import dev.galley.platform.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A published article in the words of schema.org: an {@code Article}, and a {@code FAQPage} where it has questions. */
final class JsonLdRendition {
    private JsonLdRendition() {}

    static String of(PublishedDocument published) {
        return Json.write(new Graph("https://schema.org", nodes(published)));
    }

    private static List<Object> nodes(PublishedDocument published) {
        Article article = Article.of(published);
        List<Faq> faqs = published.document().faqs();
        return faqs.isEmpty() ? List.of(article) : List.of(article, FaqPage.of(published, faqs));
    }

    private record Graph(
            @JsonProperty("@context") String context,
            @JsonProperty("@graph") List<Object> graph) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Article(
            @JsonProperty("@type") String type,
            @JsonProperty("@id") String id,
            String url,
            String headline,
            @Nullable String description,
            String inLanguage,
            Instant datePublished,
            Instant dateModified,
            int wordCount,
            @Nullable String image,
            List<Thing> author,
            List<Thing> about,
            @Nullable Thing isPartOf) {
        static Article of(PublishedDocument published) {
            ArticleDocument document = published.document();
            return new Article(
                    "Article",
                    published.links().self(),
                    published.links().html(),
                    document.title(),
                    document.summary(),
                    document.locale(),
                    published.publishedAt(),
                    published.updatedAt(),
                    published.wordCount(),
                    document.hero() == null ? null : document.hero().url(),
                    document.authors().stream()
                            .map(author -> new Thing("Person", author.name(), author.url()))
                            .toList(),
                    document.topics().stream()
                            .map(topic -> new Thing(type(topic), topic.name(), null))
                            .toList(),
                    document.series() == null
                            ? null
                            : new Thing("CreativeWorkSeries", document.series().title(), null));
        }

        private static String type(TopicRef topic) {
            return topic.kind() == null
                    ? "Thing"
                    : switch (topic.kind()) {
                        case CONCEPT -> "Thing";
                        case PERSON -> "Person";
                        case ORGANIZATION -> "Organization";
                        case PRODUCT -> "Product";
                        case PLACE -> "Place";
                        case EVENT -> "Event";
                    };
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Thing(
            @JsonProperty("@type") String type,
            @Nullable String name,
            @Nullable String url) {}

    private record FaqPage(
            @JsonProperty("@type") String type, String url, String inLanguage, List<Question> mainEntity) {
        static FaqPage of(PublishedDocument published, List<Faq> faqs) {
            return new FaqPage(
                    "FAQPage",
                    published.links().html(),
                    published.document().locale(),
                    faqs.stream().map(Question::of).toList());
        }
    }

    private record Question(@JsonProperty("@type") String type, String name, Answer acceptedAnswer) {
        static Question of(Faq faq) {
            return new Question("Question", faq.question(), new Answer("Answer", Blocks.html(faq.answer())));
        }
    }

    private record Answer(@JsonProperty("@type") String type, String text) {}
}
