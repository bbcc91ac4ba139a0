package dev.galley.api;

import static dev.galley.api.Documents.each;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How good search is: the nDCG@10 of 30 judged queries over 100 articles, which stand in {@code relevance/}. */
@ApiTest
class RelevanceTest {
    /**
     * The mean that search must not fall under: a little under the 0.81 that was measured when it was set, which shifts
     * in the third digit with what else is published. Raise it when search gets better.
     */
    private static final double FLOOR = 0.78;

    /** Sets these articles apart from those of other tests. */
    private static final String TOPIC = "relevance-set";

    private static final String BETWEEN_ARTICLES = "%%%\n";
    private static final int SHOWN = 10;

    /** A query, and the grade of each article that answers it, by its slug. */
    private record Judged(String q, Map<String, Integer> judged) {
        private double ndcg() {
            List<Integer> found =
                    found().stream().map(slug -> judged.getOrDefault(slug, 0)).toList();
            List<Integer> ideal =
                    judged.values().stream().sorted(Comparator.reverseOrder()).toList();
            return gain(found) / gain(ideal);
        }

        private static double gain(List<Integer> grades) {
            return IntStream.range(0, Math.min(SHOWN, grades.size()))
                    .mapToDouble(i -> (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2))
                    .sum();
        }

        private List<String> found() {
            JsonNode page = Editor.json(given().queryParam("q", q)
                    .queryParam("topic", TOPIC)
                    .queryParam("type", "article")
                    .queryParam("limit", SHOWN)
                    .get("/v1/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .response());
            return each(page.path("data"), "article").isEmpty()
                    ? List.of()
                    : page.path("data").findValuesAsText("slug");
        }

        private String line() {
            return String.format(Locale.ROOT, "%.3f  %s  %s", ndcg(), q, graded(found()));
        }

        private String graded(List<String> slugs) {
            return slugs.stream()
                    .map(slug -> slug + " " + judged.getOrDefault(slug, 0))
                    .collect(joining(", ", "[", "]"));
        }
    }

    @Test
    void whatAnswersBestComesFirst() {
        Set<String> slugs = articles().stream()
                .map(article -> Editor.imported("text/markdown", article, "?publish=true"))
                .map(Editor.Draft::slug)
                .collect(Collectors.toSet());
        List<Judged> queries = queries();
        assertEquals(100, slugs.size());
        assertEquals(30, queries.size());
        queries.forEach(query -> assertTrue(slugs.containsAll(query.judged.keySet()), query.toString()));

        String lines = queries.stream().map(Judged::line).collect(joining("\n"));
        double mean = queries.stream().mapToDouble(Judged::ndcg).average().orElseThrow();
        String report =
                String.format(Locale.ROOT, "nDCG@%d of %d queries: %.3f%n%s", SHOWN, queries.size(), mean, lines);
        System.out.println(report);
        assertTrue(mean >= FLOOR, report);
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
