package dev.galley.api;

import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.trash;
import static dev.galley.api.Editor.unpublish;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import dev.galley.platform.Routes;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A sweep over every route of delivery for a word that stands in drafts alone. Routes are read from the application,
 * so that a new one is swept by itself; one whose path has a parameter unknown here fails until it is told what to ask.
 */
@ApiTest
class DraftLeakTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)\\s*(?::[^{}]*)?}");
    private static final Pattern KNOWN_QUERY = Pattern.compile("Known are: ([\\w, \\[\\]]+)\\.");
    private static final List<String> ACCEPTED =
            List.of("application/json", "text/markdown", "text/html", "text/plain", "application/ld+json");
    private static final List<String> BESIDE_THE_ROUTES = List.of("/q/openapi", "/q/health", "/v1", "/v1/nosuch");

    /** The change log tells what was withdrawn, and of one of them without an end: they have a test of their own. */
    private static final List<String> LOG = List.of("/v1/changes", "/v1/events");

    /** An answer that streams without an end fails here rather than hanging. */
    private static final RestAssuredConfig IMPATIENT = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 20_000));

    private static Secrets made;

    @Inject
    Routes routes;

    private Secrets secrets;

    /** What editors have and readers must not see: never public, or no longer. */
    private static final class Secrets {
        /** Stands in what was never public. */
        private final String hidden = word();

        /** Stands in what was public once. */
        private final String past = word();

        private final String shown = word();
        private final String locale = "gsw";
        private final Draft article = published(shown());
        private final Draft draft = post(secret(hidden).put("slug", "0-draft-" + hidden));
        private final Draft scheduled = post(secret(hidden).put("slug", "0-scheduled-" + hidden));
        private final Draft trashed = post(secret(hidden).put("slug", "0-trashed-" + hidden));
        private final Draft unpublished = published(secret(past).put("slug", "0-unpublished-" + past));
        private final Draft thrownAway =
                published(secret(past).put("slug", "0-thrown-away-" + past).put("locale", "rm"));
        private final Draft newer;

        /** What must not be told, and what to ask instead to see whether asking for it tells. */
        private final Map<String, String> decoys = new LinkedHashMap<>();

        Secrets() {
            editor("application/json", "{\"at\": \"2999-01-01T00:00:00Z\"}")
                    .post(scheduled.url() + "/publish")
                    .then()
                    .statusCode(200);
            trash(trashed);
            unpublish(unpublished);
            trash(thrownAway);
            rename("0-topic-" + hidden);
            newer = Draft.of(Editor.put(Editor.read(article), secret(hidden).put("slug", "0-newer-" + hidden))
                    .then()
                    .statusCode(200)
                    .extract()
                    .response());
            decoys.put(hidden, word());
            decoys.put(past, word());
            for (Draft one : List.of(draft, scheduled, trashed)) {
                decoys.put(one.id(), UUID.randomUUID().toString());
            }
            for (Draft one : List.of(draft, newer, unpublished)) {
                decoys.put(one.at("/sections/0/id"), UUID.randomUUID().toString());
                decoys.put(one.at("/takeaways/0/id"), UUID.randomUUID().toString());
                decoys.put(one.at("/faqs/0/id"), UUID.randomUUID().toString());
            }
        }

        /** Public, about a topic and by an author that drafts have too. */
        private ObjectNode shown() {
            ObjectNode document = full().put("slug", "shown-" + shown).put("translationKey", "key-" + shown);
            document.set(
                    "topics",
                    Documents.withTopics("topic-" + shown, "other-" + shown).path("topics"));
            document.set("authors", Documents.withAuthors("author-" + shown).path("authors"));
            return document;
        }

        /** Every member of it holds the word. */
        private ObjectNode secret(String word) {
            return json(("{'title': 'Title %', 'locale': '" + locale + "', 'translationKey': 'key-" + shown + "',"
                            + " 'summary': 'Summary %', 'series': {'slug': '0-series-%', 'title': 'Series %', 'position': 1},"
                            + " 'authors': [{'slug': '0-author-%', 'name': 'Author %', 'url': 'https://example.org/%'},"
                            + " 'author-" + shown + "'],"
                            + " 'topics': [{'slug': '0-topic-%', 'name': 'Topic %'}, 'topic-" + shown + "'],"
                            + " 'hero': {'url': 'https://example.org/%.jpg', 'alt': 'Alt %', 'caption': 'Caption %'},"
                            + " 'lead': [{'type': 'paragraph', 'text': 'Lead %'}],"
                            + " 'sections': [{'heading': 'Heading %', 'anchor': 'anchor-%', 'blocks': ["
                            + "   {'type': 'code', 'code': '%', 'language': '%', 'filename': '%', 'caption': '%'},"
                            + "   {'type': 'callout', 'kind': 'tip', 'title': '%', 'blocks': ["
                            + "      {'type': 'paragraph', 'text': '%'}]},"
                            + "   {'type': 'table', 'head': ['%'], 'rows': [['%']]}]}],"
                            + " 'takeaways': [{'text': 'Takeaway %'}],"
                            + " 'faqs': [{'question': 'Question %?', 'answer': [{'type': 'paragraph', 'text': '%'}]}],"
                            + " 'seo': {'title': '%', 'description': '%', 'canonicalUrl': 'https://example.org/c/%'}}")
                    .replace("%", word));
        }

        private void rename(String topic) {
            editor(Editor.MERGE_PATCH, "{\"name\": \"" + hidden + "\", \"description\": \"" + hidden + "\"}")
                    .patch("/v1/editorial/topics/" + topic)
                    .then()
                    .statusCode(200);
        }

        /** What to put for a parameter of a path; null where this test doesn't know it. */
        private List<String> inPath(String name) {
            return switch (name) {
                case "number" -> List.of("1", "2");
                case "slugOrId" ->
                    Stream.concat(Stream.of(article.slug(), article.id(), hidden), articles())
                            .toList();
                case "anchorOrId" ->
                    List.of(
                            article.at("/sections/0/anchor"),
                            article.at("/sections/0/id"),
                            "anchor-" + hidden,
                            newer.at("/sections/0/id"));
                case "slug" ->
                    Stream.concat(
                                    Stream.of("topic-" + shown, "author-" + shown),
                                    Stream.of(hidden, past)
                                            .flatMap(word -> Stream.of("0-topic-" + word, "0-author-" + word)))
                            .toList();
                case "name" -> List.of("not-found", hidden);
                case "token" -> List.of(hidden, draft.id());
                default -> null;
            };
        }

        /** What to put for a parameter of a query. One that isn't named here is asked for the word itself. */
        private List<String> inQuery(String name) {
            return switch (name.replaceAll("\\[.*", "")) {
                case "topic" -> List.of("topic-" + shown, "0-topic-" + hidden, "0-topic-" + past);
                case "author" -> List.of("author-" + shown, "0-author-" + hidden, "0-author-" + past);
                case "article", "slug", "id" ->
                    Stream.concat(Stream.of(article.slug()), articles()).toList();
                case "locale" -> List.of("en", locale, locale + "-CH");
                case "text" -> List.of("html", "plain", "markdown");
                case "limit" -> List.of("1", "100");
                case "tree", "count" -> List.of("true");
                default -> List.of(hidden, past);
            };
        }

        private Stream<String> articles() {
            return Stream.of(draft, scheduled, trashed, unpublished, thrownAway, newer)
                    .flatMap(one -> one == newer ? Stream.of(one.slug()) : Stream.of(one.slug(), one.id()));
        }
    }

    @BeforeEach
    void writeSecrets() {
        if (made == null) {
            made = new Secrets();
        }
        secrets = made;
    }

    private static final Pattern CURSOR_DIGEST = Pattern.compile("(eyJ[\\w-]+)\\.[\\w-]{16}");

    @Test
    void thereAreRoutesToSweep() {
        assertTrue(delivery().count() > 15);
    }

    @Test
    void noRouteTellsWhatStandsInDraftsAlone() {
        delivery().forEach(route -> paths(route.template()).forEach(this::assertTellsNothing));
        BESIDE_THE_ROUTES.forEach(this::assertTellsNothing);
    }

    @Test
    void noRenditionTellsWhatStandsInDraftsAlone() {
        delivery()
                .filter(route -> route.template().matches("[^{]*(\\{slugOrId})?"))
                .forEach(route -> paths(route.template())
                        .forEach(path -> ACCEPTED.forEach(accept -> assertTellsNothing("GET", path, accept))));
    }

    @Test
    void noQueryTellsWhatStandsInDraftsAlone() {
        delivery().forEach(route -> paths(route.template()).stream()
                .filter(path -> path.contains(secrets.article.slug()) || !path.contains("-" + secrets.hidden))
                .limit(2)
                .forEach(path -> queries(path).forEach(query -> assertTellsNothing("GET", path + "?" + query, "*/*"))));
    }

    @Test
    void noPageOfAListTellsWhatStandsInDraftsAlone() {
        delivery().filter(route -> !route.template().contains("{")).forEach(route -> {
            String path = route.template() + "?limit=2";
            for (int pages = 0; pages < 3 && !path.isEmpty(); pages++) {
                Response answer = assertTellsNothing("GET", path, "*/*");
                String next =
                        isJson(answer) ? Editor.json(answer).at("/page/next").asText("") : "";
                path = next.isEmpty() || next.equals("null") ? "" : route.template() + "?limit=2&cursor=" + next;
            }
        });
    }

    @Test
    void aMadeUpPreviewIsNotFound() {
        for (String token : List.of(secrets.hidden, secrets.draft.id(), "x")) {
            given().get("/v1/preview/" + token).then().statusCode(404);
        }
    }

    @Test
    void theChangeLogTellsNothingOfDrafts() {
        long end = ChangesTest.end();
        StringBuilder told = new StringBuilder();
        for (long since = 0; since < end; since += 1_000) {
            told.append(delivered("/v1/changes", Map.of("since", since, "limit", 1_000)));
        }
        try (EventStream events = EventStream.open("/v1/events?since=0")) {
            await().until(() -> events.events().size() >= end);
            told.append(events.events());
        }
        assertTrue(told.indexOf(secrets.unpublished.id()) > 0, "what was public is told of");
        Stream.of(secrets.draft, secrets.scheduled, secrets.trashed)
                .flatMap(draft -> Stream.of(draft.id(), draft.slug()))
                .forEach(secret -> assertEquals(-1, told.indexOf(secret), secret));
        assertEquals(-1, told.indexOf(secrets.hidden), secrets.hidden);
    }

    @Test
    void draftsAreNotCounted() {
        for (String kind : List.of("topic", "author")) {
            String slug = kind + "-" + secrets.shown;
            assertEquals(
                    1,
                    delivered("/v1/" + kind + "s/" + slug).path("articleCount").asInt());
            assertEquals(
                    List.of(secrets.article.id()),
                    each(delivered("/v1/articles?" + kind + "=" + slug).path("data"), "id"));
            for (String parts : List.of("sections", "takeaways", "faqs")) {
                Set<String> articles = new TreeSet<>();
                delivered("/v1/" + parts + "?limit=100&" + kind + "=" + slug)
                        .path("data")
                        .forEach(part -> articles.add(part.at("/article/id").asText()));
                assertEquals(Set.of(secrets.article.id()), articles, parts);
            }
        }
        assertEquals(
                0,
                delivered("/v1/articles?locale=" + secrets.locale).path("data").size());
    }

    @Test
    void aTranslationThatIsADraftIsNotListed() {
        JsonNode article = delivered("/v1/articles/" + secrets.article.id() + "?locale=" + secrets.locale);
        assertEquals(secrets.article.id(), article.path("id").asText());
        assertEquals(0, article.path("translations").size());
    }

    @Test
    void theETagOfAnArticleStaysWhileItsDraftMovesOn() {
        Draft draft = published(minimal());
        String before = given().get("/v1/articles/" + draft.id()).header("ETag");
        assertNotNull(before);
        patched(draft, "{\"summary\": \"Not yet\"}");
        assertEquals(before, given().get("/v1/articles/" + draft.id()).header("ETag"));
        publish(draft);
        assertFalse(before.equals(given().get("/v1/articles/" + draft.id()).header("ETag")));
    }

    // Which requests there are

    private Stream<Routes.Route> delivery() {
        return routes.all().stream()
                .filter(route -> route.method().equals("GET"))
                .filter(route -> !route.template().startsWith("/v1/editorial"))
                .filter(route -> !LOG.contains(route.template()));
    }

    /** A template with every value for each of its parameters. */
    private List<String> paths(String template) {
        Matcher parameter = PARAMETER.matcher(template);
        if (!parameter.find()) {
            return List.of(template);
        }
        List<String> values = secrets.inPath(parameter.group(1));
        assertNotNull(values, () -> template + ": say above what to put for {" + parameter.group(1) + "}");
        List<String> paths = new ArrayList<>();
        for (String value : values) {
            paths.addAll(paths(template.substring(0, parameter.start()) + value + template.substring(parameter.end())));
        }
        return paths;
    }

    /** Each parameter that the path says it takes, by itself. */
    private List<String> queries(String path) {
        Response refusal = given().get(path + "?nosuchparameter=1");
        assertEquals(400, refusal.statusCode(), path);
        Matcher known =
                KNOWN_QUERY.matcher(Editor.json(refusal).at("/errors/0/detail").asText());
        if (!known.find()) {
            return List.of();
        }
        List<String> queries = new ArrayList<>();
        for (String name : known.group(1).split(", ")) {
            secrets.inQuery(name).forEach(value -> queries.add(name + "=" + value));
        }
        return queries;
    }

    // What no answer tells

    private void assertTellsNothing(String path) {
        List.of("GET", "HEAD", "OPTIONS", "POST").forEach(method -> assertTellsNothing(method, path, "*/*"));
    }

    /** Where the request itself says a secret, it must be answered like one that says any other word. */
    private Response assertTellsNothing(String method, String path, String accept) {
        Response answer = ask(method, path, accept);
        String request = method + " " + path + " as " + accept;
        assertTrue(answer.statusCode() < 500, () -> request + ": " + answer.asString());
        if (decoyed(path).equals(path)) {
            secrets.decoys.keySet().forEach(secret -> told(answer)
                    .forEach((where, text) -> assertFalse(
                            text.contains(secret), () -> request + " tells " + secret + " in " + where + ": " + text)));
            return answer;
        }
        Response decoy = ask(method, decoyed(path), accept);
        if (answer.statusCode() == 410 && decoy.statusCode() == 404) {
            assertTrue(path.contains(secrets.past), request);
            Editor.json(answer)
                    .properties()
                    .forEach(member -> assertFalse(
                            !member.getKey().equals("instance")
                                    && member.getValue().toString().contains(secrets.past),
                            () -> request + " tells of what is gone: " + answer.asString()));
        } else {
            assertEquals(decoy.statusCode(), answer.statusCode(), request);
            Map<String, String> expected = told(decoy);
            Map<String, String> got = told(answer);
            got.replaceAll((where, text) -> decoyed(text));
            if (!told(answer).equals(got)) {
                // What says the request again has another digest, and as gzip perhaps another length.
                List.of(expected, got)
                        .forEach(one -> List.of("etag", "content-length").forEach(one::remove));
            }
            assertEquals(expected, got, request);
        }
        return answer;
    }

    private static Response ask(String method, String path, String accept) {
        RequestSpecification request =
                given().config(IMPATIENT).urlEncodingEnabled(false).redirects().follow(false);
        return request.header("Accept", accept)
                .request(method, path.replace("[", "%5B").replace("]", "%5D"));
    }

    private String decoyed(String text) {
        String decoyed = text;
        for (Map.Entry<String, String> decoy : secrets.decoys.entrySet()) {
            decoyed = decoyed.replace(decoy.getKey(), decoy.getValue());
        }
        return decoyed;
    }

    /** Everything that an answer says, by where it says it, but for what is different in each answer. */
    private static Map<String, String> told(Response answer) {
        Map<String, String> told = new HashMap<>();
        for (Header header : answer.headers()) {
            told.merge(header.getName().toLowerCase(Locale.ROOT), header.getValue(), String::concat);
        }
        told.remove("x-request-id");
        told.remove("date");
        // As long as something has just changed, this is the date.
        told.remove("last-modified");
        String body = answer.asString();
        if (isJson(answer)) {
            JsonNode json = Editor.json(answer);
            body = Documents.without(json, "requestId").toString();
        }
        told.put("body", body);
        if (CURSOR_DIGEST.matcher(body).find()) {
            // A cursor carries a digest of its query, which is no secret: the query differs by the word alone.
            told.remove("etag");
            told.replaceAll((where, text) -> CURSOR_DIGEST.matcher(text).replaceAll("$1"));
        }
        return told;
    }

    private static boolean isJson(Response answer) {
        return answer.contentType().contains("json") && answer.asByteArray().length > 0;
    }
}
