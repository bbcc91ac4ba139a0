package dev.galley.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.document.AuthorRef;
import dev.galley.document.Hero;
import dev.galley.document.Seo;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about its article in its head and in its JSON-LD. */
final class PageMetadata {
    private static final int LONGEST_NAME = 200;

    private final Document page;
    private final List<Element> metas;
    private final JsonLd data;
    private final HtmlReading reading;

    PageMetadata(Document page, JsonLd data, HtmlReading reading) {
        this.page = page;
        this.metas = page.select("meta[content]");
        this.data = data;
        this.reading = reading;
    }

    FrontMatter frontMatter() {
        Seo seo = new Seo(null, null, canonical(), false);
        return new FrontMatter(
                "",
                "",
                locale(),
                null,
                summary(),
                authors(),
                List.of(),
                null,
                hero(),
                seo,
                Times.read(first(meta("article:published_time", "datePublished", "date"), data.text("datePublished"))),
                Times.read(first(meta("article:modified_time", "dateModified"), data.text("dateModified"))),
                false);
    }

    private String locale() {
        Element html = page.selectFirst("html");
        String language = html == null ? "" : html.attr("lang").strip().replace('_', '-');
        try {
            return new Locale.Builder()
                    .setLanguageTag(language)
                    .build()
                    .toLanguageTag()
                    .replace("und", "");
        } catch (IllformedLocaleException e) {
            return "";
        }
    }

    private @Nullable String summary() {
        String summary = first(meta("description", "og:description"), data.text("description"));
        return summary.isEmpty() ? null : summary;
    }

    private List<AuthorRef> authors() {
        List<AuthorRef> authors = new ArrayList<>();
        if (data.article() != null) {
            JsonLd.all(data.article().path("author")).forEach(author -> addAuthor(author, authors));
        }
        if (authors.isEmpty()) {
            String name = meta("author", "article:author");
            if (isName(name)) {
                authors.add(AuthorRef.byName(name));
            }
        }
        return authors;
    }

    private static void addAuthor(JsonNode author, List<AuthorRef> authors) {
        String name = author.isTextual() ? author.asText() : author.path("name").asText("");
        AuthorRef named = AuthorRef.byName(name);
        if (isName(name) && authors.stream().noneMatch(known -> known.slug().equals(named.slug()))) {
            String url = author.path("url").asText("").strip();
            authors.add(new AuthorRef(named.slug(), named.name(), url.startsWith("http") ? url : null));
        }
    }

    private static boolean isName(String name) {
        return HtmlReading.hasWords(name) && name.length() <= LONGEST_NAME && !name.contains("://");
    }

    private @Nullable Hero hero() {
        String image = meta("og:image", "og:image:secure_url", "twitter:image");
        String url = image.isEmpty() ? null : reading.media(image, page);
        String alt = meta("og:image:alt", "twitter:image:alt");
        return url == null || url.startsWith("#")
                ? null
                : new Hero(url, alt.isEmpty() ? null : alt, null, size("width"), size("height"));
    }

    private @Nullable Integer size(String side) {
        String value = meta("og:image:" + side);
        return value.matches("[1-9]\\d{0,5}") ? Integer.valueOf(value) : null;
    }

    private @Nullable String canonical() {
        Element link = page.selectFirst("link[rel=canonical][href]");
        String url = link == null || link.attr("href").isBlank() ? null : reading.media(link.attr("href"), link);
        return url == null || !url.startsWith("http") ? null : url;
    }

    private String meta(String... names) {
        for (String name : names) {
            for (Element meta : metas) {
                boolean named = Stream.of("name", "property", "itemprop")
                        .anyMatch(attribute -> meta.attr(attribute).equalsIgnoreCase(name));
                if (named && !meta.attr("content").isBlank()) {
                    return meta.attr("content").strip();
                }
            }
        }
        return "";
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
