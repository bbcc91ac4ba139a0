package dev.galley.rendition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.galley.article.PublishedDocument;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.TopicKind;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Blocks;
import dev.galley.platform.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A published article in the words of schema.org: an {@code Article}, a {@code FAQPage} where it has questions, and the
 * way to it from the front page.
 */
final class JsonLdRendition {
    private JsonLdRendition() {}

    /** {@code site} is the front page's address. */
    static String of(PublishedDocument published, String siteTitle, String site) {
        List<Object> nodes = new ArrayList<>();
        nodes.add(Article.of(published));
        List<Faq> faqs = published.document().faqs();
        if (!faqs.isEmpty()) {
            nodes.add(FaqPage.of(published, faqs));
        }
        nodes.add(Breadcrumbs.of(
                new Crumb(siteTitle, site),
                new Crumb(published.document().title(), published.links().html())));
        return Json.write(new Graph("https://schema.org", nodes));
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
            List<Thing> mentions,
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
                    topics(document, JsonLdRendition::isConcept),
                    topics(document, Predicate.not(JsonLdRendition::isConcept)),
                    document.series() == null
                            ? null
                            : new Thing("CreativeWorkSeries", document.series().title(), null));
        }

        private static List<Thing> topics(ArticleDocument document, Predicate<TopicRef> which) {
            return document.topics().stream()
                    .filter(which)
                    .map(topic -> new Thing(type(topic), topic.name(), null))
                    .toList();
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

    /** What an article is about; whoever and whatever else it names is mentioned. */
    private static boolean isConcept(TopicRef topic) {
        return topic.kind() == null || topic.kind() == TopicKind.CONCEPT;
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

    private record Crumb(String name, String url) {}

    private record Breadcrumbs(@JsonProperty("@type") String type, List<ListItem> itemListElement) {
        static Breadcrumbs of(Crumb... crumbs) {
            return new Breadcrumbs(
                    "BreadcrumbList",
                    IntStream.range(0, crumbs.length)
                            .mapToObj(i -> new ListItem("ListItem", i + 1, crumbs[i].name(), crumbs[i].url()))
                            .toList());
        }
    }

    private record ListItem(@JsonProperty("@type") String type, int position, String name, String item) {}
}
