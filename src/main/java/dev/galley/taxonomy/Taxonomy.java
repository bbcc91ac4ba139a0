package dev.galley.taxonomy;

import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.SeriesPlace;
import dev.galley.document.TopicKind;
import dev.galley.document.TopicRef;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ties what a document names to the topics, authors and series there are. */
public final class Taxonomy {
    private Taxonomy() {}

    /** Makes what doesn't exist yet; the document comes back with everybody's own name. */
    public static ArticleDocument settle(ArticleDocument document, Instant now) {
        Map<String, Topic> topics = topicsOf(document);
        Map<String, Author> authors = authorsOf(document);
        return document.withTaxonomy(
                document.authors().stream()
                        .map(ref -> settle(ref, authors.get(ref.slug()), now))
                        .toList(),
                document.topics().stream()
                        .map(ref -> settle(ref, topics.get(ref.slug()), now))
                        .toList(),
                settle(document.series()));
    }

    /** The document with today's names, for reading. */
    public static ArticleDocument named(ArticleDocument document) {
        Map<String, Topic> topics = topicsOf(document);
        Map<String, Author> authors = authorsOf(document);
        return document.withTaxonomy(
                document.authors().stream()
                        .map(ref -> authors.containsKey(ref.slug()) ? ref(authors.get(ref.slug())) : ref)
                        .toList(),
                document.topics().stream()
                        .map(ref -> topics.containsKey(ref.slug()) ? ref(topics.get(ref.slug())) : ref)
                        .toList(),
                document.series());
    }

    private static Map<String, Topic> topicsOf(ArticleDocument document) {
        Set<String> slugs = document.topics().stream().map(TopicRef::slug).collect(Collectors.toSet());
        return slugs.isEmpty() ? Map.of() : Topic.bySlugs(slugs);
    }

    private static Map<String, Author> authorsOf(ArticleDocument document) {
        Set<String> slugs = document.authors().stream().map(AuthorRef::slug).collect(Collectors.toSet());
        return slugs.isEmpty() ? Map.of() : Author.bySlugs(slugs);
    }

    private static TopicRef settle(TopicRef ref, @Nullable Topic known, Instant now) {
        Topic topic = known != null
                ? known
                : Topic.create(
                        ref.slug(),
                        Objects.requireNonNullElseGet(ref.name(), () -> words(ref.slug())),
                        Objects.requireNonNullElse(ref.kind(), TopicKind.CONCEPT),
                        now);
        return ref(topic);
    }

    private static AuthorRef settle(AuthorRef ref, @Nullable Author known, Instant now) {
        Author author = known != null
                ? known
                : Author.create(
                        ref.slug(), Objects.requireNonNullElseGet(ref.name(), () -> words(ref.slug())), ref.url(), now);
        return ref(author);
    }

    private static @Nullable SeriesPlace settle(@Nullable SeriesPlace place) {
        if (place == null) {
            return null;
        }
        Series series = Series.bySlug(place.slug())
                .orElseGet(() -> Series.create(
                        place.slug(), Objects.requireNonNullElseGet(place.title(), () -> words(place.slug()))));
        return new SeriesPlace(series.slug, series.title, place.position());
    }

    private static TopicRef ref(@Nullable Topic topic) {
        Topic known = Objects.requireNonNull(topic);
        return new TopicRef(known.slug, known.name, known.kind);
    }

    private static AuthorRef ref(@Nullable Author author) {
        Author known = Objects.requireNonNull(author);
        return new AuthorRef(known.slug, known.name, known.url);
    }

    /** {@code machine-learning} as "Machine Learning", until somebody gives it its name. */
    private static String words(String slug) {
        return Stream.of(slug.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
