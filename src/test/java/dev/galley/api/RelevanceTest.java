package dev.galley.api;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How good search is: the nDCG@10 of 30 judged queries over 100 articles, which stand in {@code relevance/}. */
@ApiTest
class RelevanceTest {
    /**
     * The mean that search must not fall under. It was 0.802 when this was set; how rare a word is depends on what other
     * tests publish too, and may shift it a little. Raise the floor when search gets better.
     */
    private static final double FLOOR = 0.78;

    /** Sets these articles apart from those of other tests. */
    private static final String TOPIC = "relevance-set";

    private static final String BETWEEN_ARTICLES = "%%%\n";
    private static final int SHOWN = 10;
    private static final int CALLERS = 4;

    /** A query, and the grade of each article that answers it, by its slug. */
    private record Judged(String q, Map<String, Integer> judged) {
        private Answered answered() {
            JsonNode page = Editor.json(given().queryParam("q", q)
                    .queryParam("topic", TOPIC)
                    .queryParam("type", "article")
                    .queryParam("limit", SHOWN)
                    .get("/v1/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .response());
            return new Answered(this, page.path("data").findValuesAsText("slug"));
        }

        private int grade(String slug) {
            return judged.getOrDefault(slug, 0);
        }
    }

    /** What search found for it, the best first. */
    private record Answered(Judged query, List<String> found) {
        /** The gain of what was found, as a part of what the best order would gain. */
        private double ndcg() {
            return gain(found.stream().map(query::grade))
                    / gain(query.judged.values().stream().sorted(Comparator.reverseOrder()));
        }

        private static double gain(Stream<Integer> grades) {
            List<Integer> shown = grades.limit(SHOWN).toList();
            return IntStream.range(0, shown.size())
                    .mapToDouble(i -> (Math.pow(2, shown.get(i)) - 1) * Math.log(2) / Math.log(i + 2))
                    .sum();
        }

        private String line() {
            String graded =
                    found.stream().map(slug -> query.grade(slug) + " " + slug).collect(joining(", "));
            return String.format(Locale.ROOT, "%.3f  %s  [%s]", ndcg(), query.q, graded);
        }
    }

    @Test
    void whatAnswersBestComesFirst() {
        List<Judged> queries = queries();
        assertEquals(30, queries.size());
        Set<String> slugs = publish(articles());
        assertEquals(100, slugs.size());
        queries.forEach(query -> assertTrue(slugs.containsAll(query.judged.keySet()), query.toString()));

        List<Answered> answers = queries.stream().map(Judged::answered).toList();
        double mean = answers.stream().mapToDouble(Answered::ndcg).average().orElseThrow();
        String report = answers.stream()
                .map(Answered::line)
                .collect(joining("\n", String.format(Locale.ROOT, "nDCG@%d: %.3f\n", SHOWN, mean), ""));
        System.out.println(report);
        assertTrue(mean >= FLOOR, report);
    }

    private static Set<String> publish(List<String> articles) {
        return Set.copyOf(Concurrently.each(CALLERS, caller -> publish(articles, caller)).stream()
                .flatMap(List::stream)
                .toList());
    }

    /** One caller's share of them. */
    private static List<String> publish(List<String> articles, int caller) {
        return IntStream.range(0, articles.size())
                .filter(i -> i % CALLERS == caller)
                .mapToObj(i -> Editor.imported("text/markdown; charset=utf-8", articles.get(i), "?publish=true"))
                .map(Editor.Draft::slug)
                .toList();
    }

    private static List<String> articles() {
        return Stream.of(text("articles.md").split(BETWEEN_ARTICLES))
                .map(article -> article.replaceFirst("---\n", "---\ntopics: [" + TOPIC + "]\n"))
                .toList();
    }

    private static List<Judged> queries() {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(text("queries.yaml"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(RelevanceTest.class.getResourceAsStream("/relevance/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
