package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.code;
import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.full;
import static dev.galley.api.Documents.keys;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Documents.withFaqs;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.withSections;
import static dev.galley.api.Documents.withTakeaways;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.ARTICLES;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.trash;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the list of drafts finds, and how it refuses; a model holds the rest ({@link DraftQueryModelTest}). */
@ApiTest
class DraftListTest {
    @Inject
    SessionFactory sessions;

    @Test
    void wordsAreFoundWhereverTheyStand() {
        String word = word();
        List<ObjectNode> documents = List.of(
                minimal("A title with " + word),
                minimal().put("summary", "A summary with " + word),
                minimal().put("slug", "a-slug-with-" + word),
                Documents.withTopics("topic-" + word),
                Documents.withAuthors("author-" + word),
                withLead(Documents.paragraph("A *lead* with **" + word + "**")),
                withLead(code("java", "var " + word + " = 1;")),
                withSections(Documents.section("A heading with " + word)),
                withTakeaways("A takeaway with " + word),
                withFaqs("A question with " + word + "?"));
        List<String> made =
                documents.stream().map(document -> post(document).id()).toList();
        assertEquals(sorted(made), sorted(found(word)));
    }

    @Test
    void topicsAndAuthorsAreFoundByTheirNames() {
        String word = word();
        ObjectNode document = minimal();
        document.putArray("topics").addObject().put("slug", word()).put("name", "The Topic " + word);
        document.putArray("authors").addObject().put("slug", word()).put("name", "Mara " + word);
        String id = post(document).id();
        assertEquals(List.of(id), found("topic mara " + word));
    }

    @Test
    void everyWordMustOccur() {
        String one = word();
        String other = word();
        String both = post(minimal(one + " and " + other)).id();
        post(minimal(one));
        post(minimal(other));
        assertEquals(List.of(both), found(other + " " + one));
        assertEquals(List.of(), found(one + " " + other + " " + word()));
    }

    @Test
    void aPartOfAWordIsEnough() {
        String word = word();
        String id = post(minimal("Sub" + word + "way")).id();
        assertEquals(List.of(id), found(word));
    }

    @Test
    void thoseWithAllWordsInTheTitleComeFirstAndThenTheNewest() {
        String one = word();
        String other = word();
        String inTitle = post(minimal(one + " " + other)).id();
        String inText = post(minimal(one).put("summary", other)).id();
        Draft older = post(minimal(other).put("summary", one));
        assertEquals(List.of(inTitle, older.id(), inText), found(one + " " + other));
        assertEquals(List.of(older.id(), inText, inTitle), found(one + " " + other, "sort", "-createdAt"));
        patched(post(minimal(word())), "{\"summary\": \"" + one + " " + other + "\"}");
        assertEquals(inTitle, found(one + " " + other, "sort", "relevance").get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "ÉCLAIR, eclair",
        "eclair, éCLAIR",
        "Ångström, angstrom",
        "Straße, STRASSE",
        "ﬁne, fine",
        "ＷＩＤＥ, wide",
        "İstanbul, istanbul",
        "Ελλάς, ελλας",
        "שָׁלוֹם, שלום",
        "soft\u00adhyphen, softhyphen",
        "東京都, 京"
    })
    void caseAccentsAndWidthsDontMatter(String written, String asked) {
        String word = word();
        String id = post(minimal(written + " " + word)).id();
        assertEquals(List.of(id), found(asked + " " + word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%",
                "%",
                "_",
                "a_b",
                "!",
                "!%",
                "!!_",
                "\\",
                "\\%",
                "'",
                "' or '1'='1",
                "\"",
                "C++",
                ":word0",
                "?1",
                "{d}",
                "--",
                "/*",
                ";",
                "\uD83D\uDE00"
            })
    void everySignOfAQueryIsMeantAsItStands(String signs) {
        String word = word();
        String with = post(minimal(signs + " " + word)).id();
        post(minimal("a1b 100 " + word));
        assertEquals(List.of(with), found(signs + " " + word));
    }

    @Test
    void theSecondSpaceInARowAndBlanksOfOtherKindsDontMatter() {
        String one = word();
        String other = word();
        String id = post(minimal(one + " " + other)).id();
        assertEquals(List.of(id), found("  " + one + "\u00a0\u3000\u2028\t" + other + "\n"));
    }

    @Test
    void nothingButSpacesAsksForNothing() {
        String topic = word();
        String id = post(Documents.withTopics(topic)).id();
        assertEquals(List.of(id), found(" \t ", "topic", topic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00b4", "\u0301", "\u200b\u200d"})
    void whatIsNothingWithoutItsAccentsFindsNothing(String q) {
        assertEquals(
                List.of(),
                found(
                        q,
                        "topic",
                        post(Documents.withTopics(word()))
                                .json()
                                .at("/topics/0/slug")
                                .asText()));
    }

    @Test
    void noNoiseIsTooMuch() {
        long seed = System.nanoTime();
        System.out.println("DraftListTest: seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String noise = random.ints(1 + random.nextInt(200), 1, 0x20000)
                    .map(c -> random.nextBoolean() ? c : "%_!\\'\"()*? ".charAt(c % 11))
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            int status = editor().queryParam("q", noise).get(ARTICLES).statusCode();
            assertEquals(200, status, "seed " + seed + ": " + noise);
        }
    }

    @Test
    void aQueryMayHave200CharactersAndNoMore() {
        editor().queryParam("q", "a ".repeat(100)).get(ARTICLES).then().statusCode(200);
        editor().queryParam("q", "\uFDFA".repeat(200)).get(ARTICLES).then().statusCode(200);
        editor().queryParam("q", "a".repeat(201))
                .get(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("q"));
    }

    @Test
    void tenWordsCount() {
        List<String> words = IntStream.range(0, 10).mapToObj(i -> word()).toList();
        String id = post(minimal(String.join(" ", words))).id();
        assertEquals(List.of(id), found(String.join(" ", words) + " " + word()));
    }

    @Test
    void aSaveChangesWhatIsFound() {
        String before = word();
        String after = word();
        String topic = word();
        Draft draft = post(Documents.withTopics(topic, "b-" + topic).put("summary", before));
        patched(draft, "{\"summary\": \"" + after + "\", \"topics\": [\"b-" + topic + "\", \"c-" + topic + "\"]}");
        assertEquals(List.of(), found(before));
        assertEquals(List.of(draft.id()), found(after));
        assertEquals(List.of(), found(after, "topic", topic));
        assertEquals(List.of(draft.id()), found(after, "topic[all]", "b-" + topic + ",c-" + topic));
    }

    @Test
    void whatIsInTheTrashIsFoundByItsStatusAlone() {
        String word = word();
        Draft draft = published(minimal(word));
        trash(draft);
        assertEquals(List.of(), found(word));
        assertEquals(List.of(), found(word, "status[not]", "draft"));
        assertEquals(List.of(draft.id()), found(word, "status", "published,trashed"));
        assertEquals(List.of(), found(word, "status", "published"));
    }

    @Test
    void aDraftThatIsPurgedLeavesNothingBehind() {
        String topic = word();
        Editor.purge(post(Documents.withTopics(topic))).then().statusCode(204);
        assertEquals(List.of(), items(Map.of("topic", topic, "status", "draft,trashed")));
    }

    @Test
    void whatNeverWasPublicComparesToNoTimeAndIsSortedBeforeAll() {
        String word = word();
        String never = post(minimal(word)).id();
        String once = published(minimal(word)).id();
        assertEquals(List.of(once), found(word, "publishedAt[lt]", "9999-01-01"));
        assertEquals(List.of(once), found(word, "publishedAt[gt]", "0001-01-01"));
        assertEquals(List.of(never, once), found(word, "sort", "publishedAt"));
        assertEquals(List.of(once, never), found(word, "sort", "-publishedAt"));
    }

    @Test
    void anItemHasAllThatADraftHasButItsDocument() {
        Draft draft = published(full());
        JsonNode item = items(Map.of("id", draft.id())).get(0);
        assertEquals(
                List.of(
                        "id",
                        "slug",
                        "locale",
                        "title",
                        "status",
                        "version",
                        "hasUnpublishedChanges",
                        "createdAt",
                        "createdBy",
                        "updatedAt",
                        "updatedBy",
                        "publishedAt",
                        "wordCount",
                        "readingMinutes"),
                keys(item));
        item.properties().forEach(member -> assertEquals(draft.json().get(member.getKey()), member.getValue()));
    }

    @Test
    void eachMemberCanBeAskedForAlone() {
        Draft draft = post(full());
        JsonNode whole = items(Map.of("id", draft.id())).get(0);
        for (String member : keys(whole)) {
            JsonNode item = items(Map.of("id", draft.id(), "fields", member)).get(0);
            assertEquals(List.of(member), keys(item));
            assertEquals(whole.get(member), item.get(member));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "status, drafts, 'Did you mean \"draft\"? Known are: draft, scheduled, published, unpublished, trashed.'",
        "status[not], trash, 'Did you mean \"trashed\"?'",
        "has, faq, 'Did you mean \"faqs\"? Known are: code, faqs, images, takeaways.'",
        "sort, updated, 'Did you mean \"updatedAt\"? Known are: updatedAt, createdAt, publishedAt, title, wordCount, relevance'",
        "sort, relevance, 'say with q what is looked for'",
        "fields, wordcount, 'Did you mean \"wordCount\"?'",
        "fields, sections, 'there is no member'",
        "topic, A B, 'is not a slug'",
        "id, 7, 'is not an id'",
        "locale, '-', 'language tag'",
        "createdAt[gt], soon, 'RFC 3339'",
        "wordCount[gte], many, 'whole number'",
        "createdAfter, 2026-01-01, 'createdAfter'",
        "include, faqs, 'include'"
    })
    void aRefusalNamesTheParameterAndWhatWouldDo(String parameter, String value, String says) {
        editor().queryParam(parameter, value)
                .get(ARTICLES)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is(parameter))
                .body("errors[0].detail", containsString(says));
    }

    @Test
    void aListOfTwentyCostsAsManyStatementsAsAListOfOne() {
        String word = word();
        IntStream.range(0, 20).forEach(i -> {
            ObjectNode document = Documents.withTopics(word, "t" + i + "-" + word);
            document.set("lead", array(Documents.paragraph(title("Counted"))));
            post(document);
        });
        for (String query :
                List.of("", "&topic=" + word + "&q=counted&sort=relevance,title", "&fields=slug&has=code")) {
            long one = statementsOf("?limit=1" + query);
            assertTrue(one <= 2, "statements: " + one);
            assertEquals(one, statementsOf("?limit=20" + query), query);
        }
    }

    /** The least of a few tries: what runs beside (schedules, the last use of a key) counts too. */
    private long statementsOf(String query) {
        return LongStream.range(0, 3)
                .map(attempt -> {
                    sessions.getStatistics().clear();
                    editor().get(ARTICLES + query)
                            .then()
                            .log()
                            .ifValidationFails()
                            .statusCode(200);
                    return sessions.getStatistics().getPrepareStatementCount();
                })
                .min()
                .orElseThrow();
    }

    private static List<String> found(String q) {
        return each(list(Map.of("q", q)), "id");
    }

    private static List<String> found(String q, String parameter, String value) {
        return each(list(Map.of("q", q, parameter, value)), "id");
    }

    private static List<JsonNode> items(Map<String, String> parameters) {
        return List.copyOf(IntStream.range(0, list(parameters).size())
                .mapToObj(list(parameters)::get)
                .toList());
    }

    private static JsonNode list(Map<String, String> parameters) {
        return Editor.json(editor().queryParams(parameters)
                        .get(ARTICLES)
                        .then()
                        .log()
                        .ifValidationFails()
                        .statusCode(200)
                        .extract()
                        .response())
                .path("data");
    }

    private static List<String> sorted(List<String> ids) {
        return ids.stream().sorted().toList();
    }
}
