package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.code;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.ARTICLES;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.publish;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.trash;
import static dev.galley.api.Editor.unpublish;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import dev.galley.api.Editor.Draft;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every filter, operator, order and word of the list of drafts, alone and together, against a model in memory: the same
 * drafts, in the same order, on pages that follow each other in both directions.
 */
@ApiTest
class DraftQueryModelTest {
    private static final int DRAFTS = 40;
    private static final int QUERIES = Integer.getInteger("galley.test.queries", 200);
    private static final List<String> STATUSES = List.of("draft", "scheduled", "published", "unpublished", "trashed");
    private static final List<String> LOCALES = List.of("en", "de", "de-CH");
    private static final List<String> TITLES = List.of(
            "Äpfel", "apfel", "Zebra", "zebra 2", "Éclair", "eclair", "co-op", "coop", "Coop", "10", "9", "ñandú");

    private static Matrix matrix;

    /** What all drafts of the matrix have, and the values that differ among them. */
    private record Matrix(
            String mark, List<String> topics, List<String> authors, List<String> words, List<JsonNode> drafts) {
        static Matrix make(Random random) {
            String mark = word();
            Matrix matrix = new Matrix(mark, named(mark, "t", 4), named(mark, "a", 3), threeWords(), new ArrayList<>());
            List<Draft> made = IntStream.range(0, DRAFTS)
                    .mapToObj(i -> post(matrix.document(random)))
                    .toList();
            IntStream.range(0, DRAFTS)
                    .forEach(i -> bring(made.get(i), STATUSES.get(i % STATUSES.size()), random.nextBoolean()));
            made.forEach(draft -> matrix.drafts.add(read(draft).json()));
            return matrix;
        }

        private static List<String> named(String mark, String kind, int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> kind + i + "-" + mark)
                    .toList();
        }

        private static List<String> threeWords() {
            return Stream.generate(Documents::word).limit(3).toList();
        }

        private static void bring(Draft draft, String status, boolean publicFirst) {
            switch (status) {
                case "scheduled" ->
                    editor("application/json", "{\"at\": \"2999-01-01T00:00:00Z\"}")
                            .post(draft.url() + "/publish")
                            .then()
                            .statusCode(200);
                case "published" -> publish(draft);
                case "unpublished" -> unpublish(publish(draft));
                case "trashed" -> trash(publicFirst ? publish(draft) : draft);
                default -> {}
            }
        }

        private ObjectNode document(Random random) {
            ObjectNode document = minimal(one(random, TITLES) + sometimes(random, " "));
            document.put("locale", one(random, LOCALES));
            document.put("summary", "Of it" + sometimes(random, " "));
            some(random, topics).forEach(document.putArray("topics")::add);
            some(random, authors).forEach(document.putArray("authors").add(mark)::add);
            document.set("lead", array(paragraph("Filler ".repeat(random.nextInt(4) * 150) + "words")));
            document.set("sections", array(parts(random, section("Head" + sometimes(random, " ")))));
            document.set("takeaways", array(parts(random, takeaway("Few *of*" + sometimes(random, " ")))));
            document.set("faqs", array(parts(random, faq("Why" + sometimes(random, " ") + "?"))));
            if (random.nextBoolean()) {
                document.withArray("lead")
                        .add(
                                random.nextBoolean()
                                        ? code("java", "int x;" + sometimes(random, " "))
                                        : json("{'type': 'image', 'url': 'https://example.org/a.jpg', 'alt': ''}"));
            }
            return document;
        }

        /** One of the words, written in one way or another. */
        private String sometimes(Random random, String before) {
            return random.nextInt(3) == 0 ? before + written(random, one(random, words)) : "";
        }

        private static ObjectNode[] parts(Random random, ObjectNode part) {
            return random.nextBoolean() ? new ObjectNode[] {part} : new ObjectNode[0];
        }
    }

    private static <T> List<T> some(Random random, List<T> of) {
        return of.stream().filter(one -> random.nextInt(3) == 0).toList();
    }

    private static String one(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String written(Random random, String word) {
        return switch (random.nextInt(3)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> word.replace('e', 'é').replace('a', 'Ä').replace('c', 'ç');
            default -> word;
        };
    }

    private static String plain(JsonNode text) {
        return text.toString()
                .toLowerCase(Locale.ROOT)
                .replace('é', 'e')
                .replace('ä', 'a')
                .replace('ç', 'c');
    }

    private record Query(Map<String, String> parameters, Predicate<JsonNode> holds, Comparator<JsonNode> order) {}

    @BeforeEach
    void makeTheMatrix() {
        if (matrix == null) {
            matrix = Matrix.make(new Random(7));
        }
    }

    @Test
    void everyQueryAnswersAsTheModelSays() {
        long seed = System.nanoTime();
        System.out.println("DraftQueryModelTest: seed " + seed + ", " + QUERIES + " queries");
        Random random = new Random(seed);
        Set<String> used = new HashSet<>();
        for (int i = 0; i < QUERIES; i++) {
            Query query = new Maker(random).query();
            used.addAll(query.parameters().keySet());
            assertAnswers(query, random, "seed " + seed + ", query " + i + ": " + query.parameters());
        }
        assertTrue(
                used.containsAll(Set.of(
                        "status",
                        "status[not]",
                        "topic",
                        "topic[all]",
                        "topic[not]",
                        "author",
                        "author[not]",
                        "locale",
                        "locale[not]",
                        "slug",
                        "slug[not]",
                        "id",
                        "id[not]",
                        "publishedAt[gt]",
                        "publishedAt[lte]",
                        "updatedAt[gte]",
                        "updatedAt[lt]",
                        "createdAt[gt]",
                        "createdAt[lte]",
                        "wordCount[gt]",
                        "wordCount[gte]",
                        "wordCount[lt]",
                        "wordCount[lte]",
                        "readingMinutes[gte]",
                        "has",
                        "sort",
                        "q")),
                () -> "never asked: only " + used);
    }

    private static void assertAnswers(Query query, Random random, String what) {
        List<String> expected =
                ids(matrix.drafts().stream().filter(query.holds()).sorted(query.order()));
        int limit = 1 + random.nextInt(30);
        List<String> forth = walk(query, limit, "next", null, what);
        assertEquals(expected, forth, what);
        JsonNode first = page(query, Map.of("limit", "" + limit, "count", "true"), what);
        assertEquals(expected.size(), first.at("/page/total").asInt(), what);
        JsonNode second = page(query, Map.of("limit", "" + limit, "page", "2"), what);
        assertEquals(expected.stream().skip(limit).limit(limit).toList(), ids(stream(second.path("data"))), what);
    }

    /** To the end, and from there back to the beginning. */
    private static List<String> walk(Query query, int limit, String direction, String from, String what) {
        List<String> seen = new ArrayList<>();
        String cursor = from;
        do {
            Map<String, String> turning = new TreeMap<>(Map.of("limit", "" + limit));
            if (cursor != null) {
                turning.put("cursor", cursor);
            }
            JsonNode page = page(query, turning, what);
            List<String> ids = ids(stream(page.path("data")));
            seen.addAll(direction.equals("next") ? seen.size() : 0, ids);
            cursor = page.path("page").path(direction).textValue();
            String before = page.at("/page/prev").textValue();
            if (cursor == null && direction.equals("next") && before != null) {
                List<String> back = walk(query, limit, "prev", before, what);
                assertEquals(seen.subList(0, seen.size() - ids.size()), back, what + " backwards");
            }
        } while (cursor != null);
        return seen;
    }

    private static JsonNode page(Query query, Map<String, String> turning, String what) {
        RequestSpecification request = editor();
        query.parameters().forEach(request::queryParam);
        turning.forEach(request::queryParam);
        JsonNode page = Editor.json(request.get(ARTICLES));
        assertTrue(page.has("data"), () -> what + page);
        return page;
    }

    private static List<String> ids(Stream<JsonNode> drafts) {
        return drafts.map(draft -> draft.path("id").asText()).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Set<String> slugs(JsonNode list) {
        return stream(list).map(one -> one.path("slug").asText()).collect(toSet());
    }

    /** Makes one query, and says what it means. */
    private static final class Maker {
        private final Random random;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private Predicate<JsonNode> holds = draft -> true;
        private List<String> words = List.of();

        Maker(Random random) {
            this.random = random;
        }

        Query query() {
            several("author", matrix.authors(), draft -> slugs(draft.path("authors")));
            // No other test's drafts have the mark.
            parameters.merge("author[all]", matrix.mark(), (some, mark) -> some + "," + mark);
            several("topic", matrix.topics(), draft -> slugs(draft.path("topics")));
            anyOf("status", STATUSES);
            if (!parameters.containsKey("status")) {
                holds = holds.and(draft -> !draft.path("status").asText().equals("trashed"));
            }
            anyOf("locale", Stream.concat(LOCALES.stream(), Stream.of("fr")).toList());
            anyOf("slug", all("slug"));
            anyOf("id", all("id"));
            List<String> published = Stream.concat(Stream.of("2026-01-11"), all("publishedAt").stream())
                    .filter(time -> !time.equals("null"))
                    .toList();
            range("publishedAt", published, Maker::byTime);
            range("updatedAt", all("updatedAt"), Maker::byTime);
            range("createdAt", all("createdAt"), Maker::byTime);
            range("wordCount", all("wordCount"), Maker::byNumber);
            range("readingMinutes", all("readingMinutes"), Maker::byNumber);
            has();
            if (random.nextInt(3) == 0) {
                words();
            }
            return new Query(parameters, holds, order());
        }

        private static List<String> all(String member) {
            return matrix.drafts().stream()
                    .map(draft -> draft.path(member).asText())
                    .toList();
        }

        private void and(String parameter, List<String> values, Function<List<String>, Predicate<JsonNode>> means) {
            parameters.put(parameter, String.join(",", values));
            holds = holds.and(means.apply(values));
        }

        /** At most 20, as a filter takes. */
        private List<String> values(List<String> known) {
            List<String> shuffled = new ArrayList<>(known);
            Collections.shuffle(shuffled, random);
            int most = Math.min(known.size(), random.nextBoolean() ? 2 : 20);
            return shuffled.subList(0, 1 + random.nextInt(most)).stream()
                    .distinct()
                    .toList();
        }

        private boolean sometimes() {
            return random.nextInt(6) == 0;
        }

        private void several(String name, List<String> known, Function<JsonNode, Set<String>> of) {
            if (sometimes()) {
                and(name, values(known), values -> draft -> !Collections.disjoint(of.apply(draft), values));
            }
            if (sometimes()) {
                and(
                        name + "[all]",
                        values(known),
                        values -> draft -> of.apply(draft).containsAll(values));
            }
            if (sometimes()) {
                and(name + "[not]", values(known), values -> draft -> Collections.disjoint(of.apply(draft), values));
            }
        }

        private void anyOf(String name, List<String> known) {
            if (sometimes()) {
                and(
                        name,
                        values(known),
                        values -> draft -> values.contains(draft.path(name).asText()));
            }
            if (sometimes()) {
                and(
                        name + "[not]",
                        values(known),
                        values -> draft -> !values.contains(draft.path(name).asText()));
            }
        }

        private void range(String name, List<String> known, Comparator<String> order) {
            for (String operator : List.of("gt", "gte", "lt", "lte")) {
                if (random.nextInt(15) == 0) {
                    and(name + "[" + operator + "]", List.of(one(random, known)), values -> draft -> {
                        int sign = draft.path(name).isNull()
                                ? 0
                                : order.compare(draft.path(name).asText(), values.get(0));
                        return !draft.path(name).isNull()
                                && switch (operator) {
                                    case "gt" -> sign > 0;
                                    case "gte" -> sign >= 0;
                                    case "lt" -> sign < 0;
                                    default -> sign <= 0;
                                };
                    });
                }
            }
        }

        private static int byTime(String time, String other) {
            return Instant.parse(time).compareTo(Instant.parse(other.length() == 10 ? other + "T00:00:00Z" : other));
        }

        private static int byNumber(String number, String other) {
            return Integer.compare(Integer.parseInt(number), Integer.parseInt(other));
        }

        private void has() {
            if (sometimes()) {
                and(
                        "has",
                        values(List.of("faqs", "takeaways", "code", "images")),
                        values -> draft -> values.stream().allMatch(value -> switch (value) {
                            case "code" -> draft.toString().contains("\"type\":\"code\"");
                            case "images" -> draft.toString().contains("\"type\":\"image\"");
                            default -> draft.path(value).size() > 0;
                        }));
            }
        }

        private void words() {
            words = values(matrix.words());
            String q = words.stream().map(word -> written(random, word)).collect(joining("  "));
            and("q", List.of(q), values -> draft -> words.stream().allMatch(plain(draft)::contains));
        }

        private Comparator<JsonNode> order() {
            List<String> names =
                    new ArrayList<>(List.of("publishedAt", "updatedAt", "createdAt", "title", "wordCount"));
            if (!words.isEmpty()) {
                names.add("relevance");
            }
            Collections.shuffle(names, random);
            List<String> sort = names.subList(0, random.nextInt(4)).stream()
                    .map(name -> (random.nextBoolean() ? "-" : "") + name)
                    .collect(toCollection(ArrayList::new));
            if (!sort.isEmpty()) {
                parameters.put("sort", String.join(",", sort));
            } else {
                sort.add(words.isEmpty() ? "-updatedAt" : "relevance");
            }
            if (last(sort).endsWith("relevance") && !sort.contains("updatedAt") && !sort.contains("-updatedAt")) {
                sort.add("-updatedAt");
            }
            Comparator<JsonNode> order = Comparator.comparing(draft -> 0);
            for (String key : sort) {
                order = order.thenComparing(directed(by(key.replace("-", "")), key));
            }
            Comparator<JsonNode> byId =
                    Comparator.comparing(draft -> draft.path("id").asText());
            return order.thenComparing(directed(byId, last(sort)));
        }

        private static String last(List<String> sort) {
            return sort.get(sort.size() - 1);
        }

        /** What fits best comes first either way. */
        private static Comparator<JsonNode> directed(Comparator<JsonNode> order, String key) {
            return key.startsWith("-") || key.equals("relevance") ? order.reversed() : order;
        }

        private Comparator<JsonNode> by(String name) {
            Collator dictionary = Collator.getInstance(ULocale.ROOT);
            return switch (name) {
                case "relevance" ->
                    Comparator.comparing(draft -> words.stream().allMatch(plain(draft.path("title"))::contains));
                case "title" ->
                    (a, b) -> dictionary.compare(
                            a.path(name).asText(), b.path(name).asText());
                case "wordCount" ->
                    Comparator.comparingInt(draft -> draft.path(name).asInt());
                default ->
                    Comparator.comparing(draft -> draft.path(name).isNull()
                            ? Instant.MIN
                            : Instant.parse(draft.path(name).asText()));
            };
        }
    }
}
