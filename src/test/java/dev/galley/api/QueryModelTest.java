package dev.galley.api;

import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.imported;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every filter, operator and order of the lists, alone and together, against a model in memory: the same items, in the
 * same order, on pages that follow each other in both directions.
 */
@ApiTest
class QueryModelTest {
    private static final int ARTICLES = 60;
    private static final int QUERIES = Integer.getInteger("test.queries", 120);
    private static final List<String> LISTS = List.of("articles", "sections", "takeaways", "faqs");
    private static final List<String> TITLES = List.of(
            "Äpfel", "apfel", "Zebra", "zebra 2", "Éclair", "eclair", "co-op", "coop", "Coop", "10", "9", "ñandú");

    private static Matrix matrix;

    /** What all articles of the matrix have, and the values that differ among them. */
    private record Matrix(
            String mark, List<String> topics, List<String> authors, List<String> words, List<JsonNode> articles) {
        static Matrix make(Random random) {
            String mark = word();
            List<String> topics = named(mark, "t", 4);
            List<String> authors = named(mark, "a", 3);
            List<String> words = Stream.generate(Documents::word).limit(4).toList();
            List<JsonNode> articles = IntStream.range(0, ARTICLES)
                    .mapToObj(i -> imported(
                                    "text/markdown;charset=UTF-8",
                                    article(random, mark, topics, authors, words),
                                    "?publish=true")
                            .id())
                    .map(id -> delivered("/v1/articles/" + id))
                    .toList();
            return new Matrix(mark, topics, authors, words, articles);
        }

        private static List<String> named(String mark, String kind, int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> kind + i + "-" + mark)
                    .toList();
        }

        private static String article(
                Random random, String mark, List<String> topics, List<String> authors, List<String> words) {
            List<String> hers = new ArrayList<>(some(random, authors));
            hers.add(mark);
            StringBuilder text = new StringBuilder("---\ntitle: \"")
                    .append(TITLES.get(random.nextInt(TITLES.size())))
                    .append("\"\ndate: 2026-0")
                    .append(1 + random.nextInt(3))
                    .append("-1")
                    .append(random.nextInt(3))
                    .append("\nlang: ")
                    .append(List.of("en", "de", "de-CH").get(random.nextInt(3)))
                    .append("\ntags: ")
                    .append(some(random, topics))
                    .append("\nauthors: ")
                    .append(hers)
                    .append("\n---\n\n")
                    .append("Filler ".repeat(random.nextInt(4) * 150))
                    .append(one(random, words))
                    .append("\n");
            for (int i = random.nextInt(4); i > 0; i--) {
                text.append("\n## Heading ").append(one(random, words)).append("\n\n");
                text.append(
                        switch (random.nextInt(4)) {
                            case 0 -> "```Python\nx = 1\n```\n";
                            case 1 -> "```java\nint x;\n```\n";
                            case 2 -> "![A pier](https://example.org/pier.jpg)\n";
                            default -> "Words.\n";
                        });
            }
            if (random.nextBoolean()) {
                text.append("\n## Key Takeaways\n\n- Few ")
                        .append(one(random, words))
                        .append("\n- Many\n");
            }
            if (random.nextBoolean()) {
                text.append("\n## FAQ\n\n### How ")
                        .append(one(random, words))
                        .append("?\n\nSo.\n\n### Why?\n\nBecause.\n");
            }
            return text.toString();
        }
    }

    private static <T> List<T> some(Random random, List<T> of) {
        return of.stream().filter(one -> random.nextInt(3) == 0).toList();
    }

    private static String one(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    /** An article, or a part of one, as the lists have it. */
    private record Item(String id, int position, JsonNode article, JsonNode itself) {
        String key() {
            return article.path("id").asText() + "/" + id;
        }
    }

    private record Query(String list, Map<String, String> parameters, Predicate<Item> holds, Comparator<Item> order) {}

    @BeforeEach
    void makeTheMatrix() {
        if (matrix == null) {
            matrix = Matrix.make(new Random(7));
        }
    }

    @Test
    void everyQueryAnswersAsTheModelSays() {
        long seed = System.nanoTime();
        System.out.println("QueryModelTest: seed " + seed + ", " + QUERIES + " queries");
        Random random = new Random(seed);
        Set<String> used = new HashSet<>();
        for (int i = 0; i < QUERIES; i++) {
            Query query = new Maker(random).query();
            used.addAll(query.parameters().keySet());
            assertAnswers(query, random, "seed " + seed + ", query " + i + ": " + query.list() + query.parameters());
        }
        assertTrue(
                used.containsAll(Set.of(
                        "topic",
                        "topic[all]",
                        "topic[not]",
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
                        "wordCount[gt]",
                        "wordCount[gte]",
                        "wordCount[lt]",
                        "wordCount[lte]",
                        "readingMinutes[gte]",
                        "has",
                        "article",
                        "codeLanguage",
                        "sort",
                        "q")),
                () -> "never asked: only " + used);
    }

    private static void assertAnswers(Query query, Random random, String what) {
        List<String> expected = items(query.list())
                .filter(query.holds())
                .sorted(query.order())
                .map(Item::key)
                .toList();
        int limit = 1 + random.nextInt(40);
        List<String> forth = walk(query, limit, "next", null, what);
        if (query.parameters().containsKey("q") && !query.parameters().containsKey("sort")) {
            assertEquals(new HashSet<>(expected), new HashSet<>(forth), what);
            assertEquals(expected.size(), forth.size(), what);
        } else {
            assertEquals(expected, forth, () -> what + different(query.list(), expected, forth));
        }
        JsonNode last = page(query, Map.of("limit", "" + limit, "count", "true"));
        assertEquals(expected.size(), last.at("/page/total").asInt(), what);
        assertEquals(
                forth.stream().skip(limit).limit(limit).toList(),
                keys(query, page(query, Map.of("limit", "" + limit, "page", "2"))),
                what);
    }

    private static String different(String list, List<String> expected, List<String> got) {
        return items(list)
                .filter(item -> expected.contains(item.key()) != got.contains(item.key()))
                .map(item -> "\nonly one has " + item)
                .collect(joining());
    }

    /** To the end, and from there back to the beginning. */
    private static List<String> walk(Query query, int limit, String direction, String from, String what) {
        List<String> seen = new ArrayList<>();
        String cursor = from;
        String before = null;
        do {
            Map<String, String> turning = new TreeMap<>(Map.of("limit", "" + limit));
            if (cursor != null) {
                turning.put("cursor", cursor);
            }
            JsonNode page = page(query, turning);
            List<String> keys = keys(query, page);
            seen.addAll(direction.equals("next") ? seen.size() : 0, keys);
            before = page.at("/page/prev").asText(null);
            cursor = page.at("/page/" + direction).asText(null);
            cursor = "null".equals(cursor) ? null : cursor;
            before = "null".equals(before) ? null : before;
            if (cursor == null && direction.equals("next") && before != null) {
                List<String> back = walk(query, limit, "prev", before, what);
                assertEquals(seen.subList(0, seen.size() - keys.size()), back, what + " backwards");
            }
        } while (cursor != null);
        return seen;
    }

    private static JsonNode page(Query query, Map<String, String> turning) {
        Map<String, String> parameters = new LinkedHashMap<>(query.parameters());
        parameters.putAll(turning);
        return delivered("/v1/" + query.list(), parameters);
    }

    private static List<String> keys(Query query, JsonNode page) {
        return stream(page.path("data"))
                .map(item -> (query.list().equals("articles") ? item : item.path("article"))
                                .path("id")
                                .asText()
                        + "/" + item.path("id").asText())
                .toList();
    }

    private static Stream<Item> items(String list) {
        return matrix.articles().stream()
                .flatMap(article -> list.equals("articles")
                        ? Stream.of(new Item(article.path("id").asText(), 0, article, article))
                        : parts(article, list));
    }

    private static Stream<Item> parts(JsonNode article, String list) {
        List<JsonNode> parts = list.equals("sections")
                ? stream(article.path("sections"))
                        .flatMap(QueryModelTest::withNested)
                        .toList()
                : stream(article.path(list)).toList();
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Item(parts.get(i).path("id").asText(), i, article, parts.get(i)));
    }

    private static Stream<JsonNode> withNested(JsonNode section) {
        return Stream.concat(
                Stream.of(section), stream(section.path("sections")).flatMap(QueryModelTest::withNested));
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
        private final String list;
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private Predicate<Item> holds = item -> true;

        Maker(Random random) {
            this.random = random;
            this.list = LISTS.get(random.nextInt(LISTS.size()));
        }

        Query query() {
            several("author", matrix.authors(), item -> slugs(item.article().path("authors")));
            // No other test's articles have the mark.
            parameters.merge("author[all]", matrix.mark(), (some, mark) -> some + "," + mark);
            several("topic", matrix.topics(), item -> slugs(item.article().path("topics")));
            anyOf("locale", List.of("en", "de", "de-CH", "fr"), item -> item.article()
                    .path("locale")
                    .asText());
            anyOf("slug", articles("slug"), item -> item.article().path("slug").asText());
            anyOf("id", articles("id"), item -> item.article().path("id").asText());
            range("publishedAt", List.of("2026-01-11", "2026-02-10T00:00:00Z", "2026-03-12"), this::time);
            range("updatedAt", articles("updatedAt"), this::time);
            range("wordCount", articles("wordCount"), this::number);
            range("readingMinutes", articles("readingMinutes"), this::number);
            has();
            if (!list.equals("articles")) {
                anyOf(
                        "article",
                        articles(random.nextBoolean() ? "id" : "slug"),
                        item -> "",
                        (item, values) -> values.contains(
                                        item.article().path("id").asText())
                                || values.contains(item.article().path("slug").asText()));
            }
            if (list.equals("sections")) {
                anyOf("codeLanguage", List.of("python", "JAVA", "rust"), item -> "", (item, values) -> stream(
                                item.itself().path("blocks"))
                        .anyMatch(block -> block.path("type").asText().equals("code")
                                && values.stream()
                                        .anyMatch(value -> value.equalsIgnoreCase(
                                                block.path("language").asText()))));
            }
            if (random.nextInt(4) == 0) {
                String word = one(random, matrix.words());
                and(
                        "q",
                        List.of(word),
                        values -> item -> item.itself().toString().contains(word));
            }
            return new Query(list, parameters, holds, order());
        }

        private List<String> articles(String member) {
            return matrix.articles().stream()
                    .map(article -> article.path(member).asText())
                    .toList();
        }

        private void and(String parameter, List<String> values, Function<List<String>, Predicate<Item>> means) {
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

        private void several(String name, List<String> known, Function<Item, Set<String>> of) {
            if (sometimes()) {
                and(name, values(known), values -> item -> !Collections.disjoint(of.apply(item), values));
            }
            if (sometimes()) {
                and(
                        name + "[all]",
                        values(known),
                        values -> item -> of.apply(item).containsAll(values));
            }
            if (sometimes()) {
                and(name + "[not]", values(known), values -> item -> Collections.disjoint(of.apply(item), values));
            }
        }

        private void anyOf(String name, List<String> known, Function<Item, String> of) {
            anyOf(name, known, of, (item, values) -> values.contains(of.apply(item)));
        }

        private void anyOf(
                String name, List<String> known, Function<Item, String> of, BiPredicate<Item, Collection<String>> any) {
            if (sometimes()) {
                and(name, values(known), values -> item -> any.test(item, values));
            }
            if (sometimes()) {
                and(name + "[not]", values(known), values -> item -> !any.test(item, values));
            }
        }

        private void range(String name, List<String> known, BiFunctionOfItem compare) {
            for (String operator : List.of("gt", "gte", "lt", "lte")) {
                if (random.nextInt(12) == 0) {
                    and(
                            name + "[" + operator + "]",
                            List.of(known.get(random.nextInt(known.size()))),
                            values -> item -> {
                                int sign = compare.apply(item.article().path(name), values.get(0));
                                return switch (operator) {
                                    case "gt" -> sign > 0;
                                    case "gte" -> sign >= 0;
                                    case "lt" -> sign < 0;
                                    default -> sign <= 0;
                                };
                            });
                }
            }
        }

        private interface BiFunctionOfItem {
            int apply(JsonNode value, String other);
        }

        /** All of Galley's times are UTC and of one form but for their fractions. */
        private int time(JsonNode value, String other) {
            return java.time.Instant.parse(value.asText())
                    .compareTo(java.time.Instant.parse(other.length() == 10 ? other + "T00:00:00Z" : other));
        }

        private int number(JsonNode value, String other) {
            return Integer.compare(value.asInt(), Integer.parseInt(other));
        }

        private void has() {
            if (sometimes()) {
                and(
                        "has",
                        values(List.of("faqs", "takeaways", "code", "images")),
                        values -> item -> values.stream().allMatch(value -> switch (value) {
                            case "code" -> item.article().toString().contains("\"type\":\"code\"");
                            case "images" -> item.article().toString().contains("\"type\":\"image\"");
                            default -> item.article().path(value).size() > 0;
                        }));
            }
        }

        private Comparator<Item> order() {
            List<String> names = new ArrayList<>(List.of("publishedAt", "updatedAt", "title", "wordCount"));
            Collections.shuffle(names, random);
            List<String> sort = names.subList(0, random.nextInt(4)).stream()
                    .map(name -> (random.nextBoolean() ? "-" : "") + name)
                    .collect(toCollection(ArrayList::new));
            if (!sort.isEmpty()) {
                parameters.put("sort", String.join(",", sort));
            } else {
                sort.add("-publishedAt");
            }
            Comparator<Item> order = Comparator.comparing(item -> 0);
            for (String key : sort) {
                order = order.thenComparing(directed(by(key.replace("-", "")), key));
            }
            Comparator<Item> byId =
                    Comparator.comparing(item -> item.article().path("id").asText());
            return order.thenComparing(directed(byId, sort.get(sort.size() - 1)))
                    .thenComparing(Item::position);
        }

        private static Comparator<Item> directed(Comparator<Item> order, String key) {
            return key.startsWith("-") ? order.reversed() : order;
        }

        private static Comparator<Item> by(String name) {
            Collator dictionary = Collator.getInstance(ULocale.ROOT);
            return switch (name) {
                case "title" ->
                    (a, b) -> dictionary.compare(
                            a.article().path(name).asText(),
                            b.article().path(name).asText());
                case "wordCount" ->
                    Comparator.comparingInt(item -> item.article().path(name).asInt());
                default ->
                    Comparator.comparing(item ->
                            java.time.Instant.parse(item.article().path(name).asText()));
            };
        }
    }
}
