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
import dev.galley.text.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the members of front matter; each that can't be used is named in a warning. */
final class FrontMatterMembers {
    private static final int MAX_ENTRIES = 100;

    private final List<ImportWarning> warnings;
    private final Set<String> read = new HashSet<>();
    private JsonNode members = MissingNode.getInstance();

    FrontMatterMembers(List<ImportWarning> warnings) {
        this.warnings = warnings;
    }

    FrontMatter read(JsonNode object) {
        members = object;
        FrontMatter meta = new FrontMatter(
                orEmpty(first(this::title, "title")),
                orEmpty(first(this::slug, "slug")),
                orEmpty(first(this::locale, "lang", "locale")),
                first(this::text, "translationKey"),
                first(this::text, "summary", "description", "excerpt"),
                all(this::author, AuthorRef::slug, "author", "authors"),
                all(this::topic, TopicRef::slug, "tags", "topics", "categories", "keywords"),
                first(this::series, "series"),
                first(this::hero, "image", "cover"),
                seo(),
                first(this::time, "date", "publishedAt"),
                first(this::time, "updated", "updatedAt"),
                Boolean.TRUE.equals(first(this::bool, "draft")));
        object.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                ignored(name, "is not known");
            }
        });
        return meta;
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
                ignored(name, "says the same thing again, in other words: " + value.asText());
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
                    ignored(name, "has more than " + MAX_ENTRIES + " entries");
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

    private @Nullable String text(String name, JsonNode value) {
        if (!value.isValueNode()) {
            ignored(name, "is no text");
            return null;
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable String title(String name, JsonNode value) {
        String title = text(name, value);
        String line = title == null ? "" : title.replaceAll("\\s+", " ");
        if (line.length() > Assembler.MAX_HEADING) {
            ignored(name, "is longer than " + Assembler.MAX_HEADING + " characters");
            return null;
        }
        return line;
    }

    private @Nullable String slug(String name, JsonNode value) {
        String slug = text(name, value);
        if (slug != null && !Slug.isValid(slug)) {
            ignored(name, "\"" + slug + "\" is no slug");
            return null;
        }
        return slug;
    }

    private @Nullable String locale(String name, JsonNode value) {
        String locale = text(name, value);
        String tag = locale == null ? "" : locale.replace('_', '-');
        if (!tag.isEmpty() && !tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            ignored(name, "\"" + tag + "\" is no language tag");
            return null;
        }
        return Locale.forLanguageTag(tag).toLanguageTag().equals("und")
                ? null
                : Locale.forLanguageTag(tag).toLanguageTag();
    }

    private @Nullable Boolean bool(String name, JsonNode value) {
        if (value.isBoolean() || value.asText().matches("(?i)true|false|yes|no")) {
            return value.asText().matches("(?i)true|yes");
        }
        ignored(name, "is neither true nor false");
        return null;
    }

    private @Nullable Instant time(String name, JsonNode value) {
        Instant time = Times.read(value.asText());
        if (time == null) {
            ignored(name, "\"" + value.asText() + "\" is no date");
        }
        return time;
    }

    private @Nullable TopicRef topic(String name, JsonNode value) {
        if (value.isObject()) {
            String slug = member(name, value, "slug");
            String words = member(name, value, "name");
            boolean usable = slug == null ? words != null : Slug.isValid(slug);
            return usable
                    ? new TopicRef(slug == null ? Slug.of(orEmpty(words), "topic") : slug, words, kind(name, value))
                    : unusable(name, value);
        }
        String words = text(name, value);
        return words == null ? null : Slug.isValid(words) ? TopicRef.bySlug(words) : TopicRef.byName(words);
    }

    private @Nullable TopicKind kind(String name, JsonNode value) {
        String kind = member(name, value, "kind");
        if (kind == null) {
            return null;
        }
        return Arrays.stream(TopicKind.values())
                .filter(one -> one.name().equalsIgnoreCase(kind))
                .findFirst()
                .orElseGet(() -> unusable(name, value));
    }

    private @Nullable AuthorRef author(String name, JsonNode value) {
        if (value.isObject()) {
            String slug = member(name, value, "slug");
            String words = member(name, value, "name");
            boolean usable = slug == null ? words != null : Slug.isValid(slug);
            String url = member(name, value, "url");
            return usable
                    ? new AuthorRef(slug == null ? Slug.of(orEmpty(words), "author") : slug, words, url)
                    : unusable(name, value);
        }
        String words = text(name, value);
        return words == null ? null : Slug.isValid(words) ? AuthorRef.bySlug(words) : AuthorRef.byName(words);
    }

    private @Nullable SeriesPlace series(String name, JsonNode value) {
        if (!value.isObject()) {
            String title = text(name, value);
            return title == null ? null : new SeriesPlace(Slug.of(title, "series"), title, null);
        }
        String title = member(name, value, "title");
        String slug = member(name, value, "slug");
        String made = slug != null ? slug : title == null ? "" : Slug.of(title, "series");
        return Slug.isValid(made)
                ? new SeriesPlace(made, title, number(name, value, "position"))
                : unusable(name, value);
    }

    private @Nullable Hero hero(String name, JsonNode value) {
        String url = value.isObject() ? member(name, value, "url") : text(name, value);
        if (url == null || !Links.isFollowable(url)) {
            return unusable(name, value);
        }
        return new Hero(
                url,
                member(name, value, "alt"),
                member(name, value, "caption"),
                number(name, value, "width"),
                number(name, value, "height"));
    }

    private Seo seo() {
        Seo seo = first(this::seo, "seo");
        String canonical = first(this::text, "canonical");
        Seo found = seo == null ? Seo.NONE : seo;
        return canonical == null ? found : new Seo(found.title(), found.description(), canonical, found.noindex());
    }

    private @Nullable Seo seo(String name, JsonNode value) {
        if (!value.isObject()) {
            return unusable(name, value);
        }
        boolean noindex = value.path("noindex").asBoolean(false);
        return new Seo(
                member(name, value, "title"),
                member(name, value, "description"),
                member(name, value, "canonicalUrl"),
                noindex);
    }

    private @Nullable String member(String name, JsonNode object, String member) {
        JsonNode value = object.get(member);
        return value == null || value.isNull() ? null : text(name + "." + member, value);
    }

    private @Nullable Integer number(String name, JsonNode object, String member) {
        JsonNode value = object.get(member);
        if (value == null || value.isNull()) {
            return null;
        } else if (value.canConvertToInt() && value.isIntegralNumber() && value.intValue() >= 0) {
            return value.intValue();
        }
        ignored(name + "." + member, "is no whole number");
        return null;
    }

    /** Always null, whatever was wanted. */
    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> @Nullable T unusable(String name, JsonNode value) {
        ignored(name, "can't be used: " + value);
        return null;
    }

    private void ignored(String name, String why) {
        warnings.add(new ImportWarning(ImportWarning.FRONT_MATTER_IGNORED, "\"" + name + "\" " + why, null));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
