package dev.galley.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.galley.document.AuthorRef;
import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.document.TopicKind;
import dev.galley.document.TopicRef;
import dev.galley.platform.Ids;
import dev.galley.text.Slug;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the members of front matter; each that can't be used is named in a warning. */
final class FrontMatterMembers {
    private static final int MAX_ENTRIES = 100;

    private final FrontMatterValues values;
    private final Set<String> read = new HashSet<>();
    private JsonNode members = MissingNode.getInstance();

    FrontMatterMembers(List<ImportWarning> warnings) {
        this.values = new FrontMatterValues(warnings);
    }

    FrontMatter read(JsonNode object) {
        members = object;
        FrontMatter meta = new FrontMatter(
                orEmpty(first(values::title, "title")),
                orEmpty(first(values::slug, "slug")),
                orEmpty(first(values::locale, "lang", "locale")),
                first(values::text, "translationKey"),
                first(values::text, "summary", "description", "excerpt"),
                all(this::author, AuthorRef::slug, "author", "authors"),
                all(this::topic, TopicRef::slug, "tags", "topics", "categories", "keywords"),
                first(this::series, "series"),
                first(this::hero, "image", "cover"),
                seo(),
                first(values::time, "date", "publishedAt"),
                first(values::time, "updated", "updatedAt"),
                Boolean.TRUE.equals(first(values::bool, "draft")),
                first(this::id, "id"),
                ids());
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                values.ignored(name, "is not known");
            }
        });
        return meta;
    }

    private @Nullable UUID id(String name, JsonNode value) {
        return Ids.parse(value.asText()).orElseGet(() -> values.unusable(name, value));
    }

    private List<String> ids() {
        String ids = first(values::text, "ids");
        return ids == null ? List.of() : List.of(ids.strip().split("\\s+"));
    }

    /** The first of several names that is there and can be used; the others are named as ignored. */
    private <T> @Nullable T first(BiFunction<String, JsonNode, @Nullable T> reading, String... names) {
        T found = null;
        for (String name : names) {
            JsonNode value = members.get(name);
            if (value == null) {
                continue;
            }
            read.add(name);
            T one = value.isNull() ? null : reading.apply(name, value);
            if (one != null && found != null && !one.equals(found)) {
                values.ignored(name, "says the same thing again, in other words: " + value.asText());
            }
            found = found == null ? one : found;
        }
        return found;
    }

    private <T> List<T> all(
            BiFunction<String, JsonNode, @Nullable T> reading, Function<T, String> key, String... names) {
        List<T> found = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (String name : names) {
            JsonNode value = members.get(name);
            read.add(name);
            for (JsonNode entry : value == null || value.isNull() ? List.<JsonNode>of() : entries(name, value)) {
                T one = reading.apply(name, entry);
                if (one != null && found.size() == MAX_ENTRIES) {
                    values.ignored(name, "has more than " + MAX_ENTRIES + " entries");
                    break;
                }
                if (one != null && keys.add(key.apply(one))) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    private List<JsonNode> entries(String name, JsonNode value) {
        if (value.isArray()) {
            List<JsonNode> entries = new ArrayList<>();
            value.forEach(entries::add);
            return entries;
        } else if (value.isTextual() && !name.equals("author")) {
            Stream<String> parts = Arrays.stream(value.textValue().split(","));
            return parts.filter(part -> !part.isBlank())
                    .map(part -> (JsonNode) new TextNode(part.strip()))
                    .toList();
        }
        return List.of(value);
    }

    private @Nullable TopicRef topic(String name, JsonNode value) {
        if (value.isObject()) {
            String slug = values.member(name, value, "slug");
            String words = values.member(name, value, "name");
            boolean usable = slug == null ? words != null : Slug.isValid(slug);
            return usable
                    ? new TopicRef(slug == null ? Slug.of(orEmpty(words), "topic") : slug, words, kind(name, value))
                    : values.unusable(name, value);
        }
        String words = values.text(name, value);
        return words == null ? null : Slug.isValid(words) ? TopicRef.bySlug(words) : TopicRef.byName(words);
    }

    private @Nullable TopicKind kind(String name, JsonNode value) {
        String kind = values.member(name, value, "kind");
        if (kind == null) {
            return null;
        }
        return Arrays.stream(TopicKind.values())
                .filter(one -> one.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseGet(() -> values.unusable(name, value));
    }

    private @Nullable AuthorRef author(String name, JsonNode value) {
        if (value.isObject()) {
            String slug = values.member(name, value, "slug");
            String words = values.member(name, value, "name");
            boolean usable = slug == null ? words != null : Slug.isValid(slug);
            String url = values.member(name, value, "url");
            return usable
                    ? new AuthorRef(slug == null ? Slug.of(orEmpty(words), "author") : slug, words, url)
                    : values.unusable(name, value);
        }
        String words = values.text(name, value);
        return words == null ? null : Slug.isValid(words) ? AuthorRef.bySlug(words) : AuthorRef.byName(words);
    }

    private @Nullable SeriesPlace series(String name, JsonNode value) {
        if (!value.isObject()) {
            String title = values.text(name, value);
            return title == null ? null : new SeriesPlace(Slug.of(title, "series"), title, null);
        }
        String title = values.member(name, value, "title");
        String slug = values.member(name, value, "slug");
        String made = slug != null ? slug : title == null ? "" : Slug.of(title, "series");
        return Slug.isValid(made)
                ? new SeriesPlace(made, title, values.number(name, value, "position"))
                : values.unusable(name, value);
    }

    private @Nullable Hero hero(String name, JsonNode value) {
        String url = value.isObject() ? values.member(name, value, "url") : values.text(name, value);
        if (url == null || !LinkTargets.isFollowable(url)) {
            return values.unusable(name, value);
        }
        return new Hero(
                url,
                values.member(name, value, "alt"),
                values.member(name, value, "caption"),
                values.number(name, value, "width"),
                values.number(name, value, "height"));
    }

    private Seo seo() {
        Seo seo = first(this::seo, "seo");
        String canonical = first(values::text, "canonical");
        Seo found = seo == null ? Seo.NONE : seo;
        return canonical == null ? found : new Seo(found.title(), found.description(), canonical, found.noindex());
    }

    private @Nullable Seo seo(String name, JsonNode value) {
        if (!value.isObject()) {
            return values.unusable(name, value);
        }
        boolean noindex = value.path("noindex").asBoolean(false);
        return new Seo(
                values.member(name, value, "title"),
                values.member(name, value, "description"),
                values.member(name, value, "canonicalUrl"),
                noindex);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
