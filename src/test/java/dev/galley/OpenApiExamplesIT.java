package dev.galley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.platform.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the API's description are what the samples really answer; ids and cursors differ in each Galley. */
class OpenApiExamplesIT {
    private static final String KEY = "examples-key-examples-key-examples-key";
    private static final Path EXAMPLES = Path.of("src/main/resources/openapi-examples");
    private static final String ARTICLE = "/v1/articles/how-http-caching-works";

    private static final Map<String, String> JSON = Map.ofEntries(
            Map.entry("getArticle", ARTICLE),
            Map.entry("listArticles", "/v1/articles?limit=2"),
            Map.entry("listArticleSections", ARTICLE + "/sections"),
            Map.entry("getArticleSection", ARTICLE + "/sections/two-questions-a-cache-asks"),
            Map.entry("listArticleTakeaways", ARTICLE + "/takeaways"),
            Map.entry("listArticleFaqs", ARTICLE + "/faqs"),
            Map.entry("listSections", "/v1/sections?codeLanguage=sql&limit=1"),
            Map.entry("listTakeaways", "/v1/takeaways?limit=2"),
            Map.entry("listFaqs", "/v1/faqs?limit=2"),
            Map.entry("search", "/v1/search?q=cache&type=faq&limit=2"),
            Map.entry("suggest", "/v1/search/suggest?q=cach&limit=3"),
            Map.entry("listTopics", "/v1/topics?limit=3"),
            Map.entry("getTopic", "/v1/topics/caching"),
            Map.entry("listAuthors", "/v1/authors?limit=3"),
            Map.entry("getAuthor", "/v1/authors/jonas-lindqvist"),
            Map.entry("listRedirects", "/v1/redirects"),
            Map.entry("explainProblem", "/problems/slug-taken"),
            Map.entry("listEditorialTopics", "/v1/editorial/topics?limit=3"),
            Map.entry("getEditorialTopic", "/v1/editorial/topics/caching"),
            Map.entry("listEditorialAuthors", "/v1/editorial/authors?limit=3"),
            Map.entry("getEditorialAuthor", "/v1/editorial/authors/jonas-lindqvist"),
            Map.entry("getMe", "/v1/editorial/me"),
            Map.entry("getArticleMarkdown.md", ARTICLE + ".md"),
            Map.entry("getArticleHtml.html", ARTICLE + ".html"),
            Map.entry("getArticleText.txt", ARTICLE + ".txt"),
            Map.entry("getArticleJsonLd.jsonld", ARTICLE + ".jsonld"));

    @TempDir
    Path dataDir;

    @Test
    void everyExampleIsWhatTheSamplesAnswer() {
        try (RunningGalley galley = RunningGalley.h2(dataDir)
                .setting("galley.admin-key", KEY)
                .setting("galley.public-url", "https://content.example.com")
                .start()) {
            Api api = new Api(galley.baseUrl(), KEY);
            JSON.forEach((example, path) ->
                    assertEquals(comparable(read(example)), comparable(body(api, path)), "the example " + example));
        }
    }

    private static String read(String example) {
        try {
            return Files.readString(EXAMPLES.resolve(example.contains(".") ? example : example + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(Api api, String path) {
        try {
            return api.get(path).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object comparable(String body) {
        if (!body.startsWith("{")) {
            return body.strip();
        }
        JsonNode tree = Json.parse(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return tree.toString()
                .replaceAll("\"(id|parentId|next|prev)\":\"[^\"]*\"", "\"$1\":\"…\"")
                // How rare a word is counts what was replaced, too, until the index is tidied up.
                .replaceAll("\"score\":[0-9.]+", "\"score\":0");
    }
}
