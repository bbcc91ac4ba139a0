package dev.galley.api;

import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Editor.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.platform.DeclaredParameter;
import dev.galley.platform.DeclaredParameters;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever lists are asked, in their grammar and just outside it, the answer is a list or says what is wrong. */
@ApiTest
class RandomQueryTest {
    private static final int QUERIES = Integer.getInteger("test.queries", 1_000);

    private static final Map<String, DeclaredParameters> LISTS = Map.of(
            "/v1/articles", new dev.galley.article.ArticleGrammar(),
            "/v1/sections", new dev.galley.section.SectionGrammar(),
            "/v1/takeaways", new dev.galley.takeaway.TakeawayGrammar(),
            "/v1/faqs", new dev.galley.faq.FaqGrammar(),
            "/v1/topics", new dev.galley.taxonomy.TopicGrammar(),
            "/v1/authors", new dev.galley.taxonomy.AuthorGrammar());

    private static final List<String> VALUES = List.of(
            "random-queries",
            "2026-01-01",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00.123456789+02:00",
            "0",
            "500",
            "0199b5a0-0000-7000-8000-000000000001",
            "en",
            "de-CH",
            "true",
            "title",
            "-publishedAt",
            "relevance",
            "slug",
            "article.title",
            "authors.name",
            "lead",
            "takeaways",
            "concept",
            "python",
            "faqs",
            "code");

    private static final List<String> ODDITIES = List.of(
            "",
            " ",
            ",",
            "a,,b",
            "-",
            "--title",
            "Ä",
            "é̂",
            "😀",
            "%",
            "_",
            "'",
            "\"",
            "' or 1=1--",
            "\\",
            "null",
            "NaN",
            "-1",
            "2147483648",
            "9999999999999999999",
            "1e3",
            "2026-13-40",
            "0000-00-00",
            "+999999999-12-31T00:00:00Z",
            "eyJiYWNrd2FyZHMiOmZhbHNlLCJrZXkiOltdfQ.AAAAAAAAAAAAAAAA",
            "a.b.c",
            "fields",
            "x".repeat(300),
            "\u0000",
            "\uFFFF",
            "\n",
            "[not]",
            "title,title",
            "lead.type.text.x",
            "a".repeat(1_900));

    @TestHTTPResource("/")
    URI root;

    @Test
    void everyQueryIsAnsweredOrRefused() {
        published(withTopics("random-queries"));
        Map<Integer, List<String>> answers = ask();
        assertEquals(Set.of(200, 400), answers.keySet(), () -> "" + strange(answers));
        int answered = answers.getOrDefault(200, List.of()).size();
        System.out.println("RandomQueryTest: " + answered + " were answered, the others refused");
        assertTrue(answered > QUERIES / 10 && answered < QUERIES * 9 / 10, () -> "answered: " + answered);
    }

    /** By the status of the answer. */
    private Map<Integer, List<String>> ask() {
        long seed = System.nanoTime();
        System.out.println("RandomQueryTest: seed " + seed + ", " + QUERIES + " queries");
        HttpClient client = HttpClient.newHttpClient();
        return IntStream.range(0, QUERIES)
                .parallel()
                .mapToObj(i -> query(new Random(seed + i)))
                .collect(Collectors.groupingByConcurrent(query -> status(client, query)));
    }

    private static Map<Integer, List<String>> strange(Map<Integer, List<String>> answers) {
        Map<Integer, List<String>> strange = new TreeMap<>(answers);
        strange.remove(200);
        return strange;
    }

    private int status(HttpClient client, String query) {
        try {
            return client.send(HttpRequest.newBuilder(root.resolve(query)).build(), BodyHandlers.ofByteArray())
                    .statusCode();
        } catch (java.io.IOException e) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(Random random) {
        List<String> lists = LISTS.keySet().stream().sorted().toList();
        String list = lists.get(random.nextInt(lists.size()));
        List<DeclaredParameter> declared = LISTS.get(list).parameters();
        List<String> parameters = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            DeclaredParameter parameter = declared.get(random.nextInt(declared.size()));
            parameters.add(encode(name(random, parameter.name())) + "=" + encode(value(random, parameter)));
        }
        if (random.nextInt(4) == 0) {
            parameters.add(List.of("limit=2", "limit=100", "limit=101", "page=2", "count=true", "count=1", "cursor=x")
                    .get(random.nextInt(7)));
        }
        return list + "?" + String.join("&", parameters);
    }

    private static String name(Random random, String name) {
        return switch (random.nextInt(40)) {
            case 0 -> name + "[not]";
            case 1 -> name.toUpperCase(java.util.Locale.ROOT);
            case 2 -> name + "s";
            default -> name;
        };
    }

    private static String value(Random random, DeclaredParameter parameter) {
        if (random.nextInt(12) == 0) {
            return ODDITIES.get(random.nextInt(ODDITIES.size()));
        }
        if (random.nextInt(12) == 0) {
            return VALUES.get(random.nextInt(VALUES.size()));
        }
        return switch (parameter.type()) {
            case INTEGER -> Integer.toString(random.nextInt(2_000));
            case TIME -> "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
            case TEXT -> VALUES.get(random.nextInt(VALUES.size())) + " random*";
            case LIST -> {
                List<String> known = parameter.values().isEmpty()
                        ? List.of(parameter.example() == null ? "random-queries" : parameter.example())
                        : parameter.values();
                yield IntStream.rangeClosed(0, random.nextInt(2))
                        .mapToObj(i -> known.get(random.nextInt(known.size())))
                        .distinct()
                        .collect(Collectors.joining(","));
            }
        };
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
