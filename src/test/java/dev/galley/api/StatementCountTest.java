package dev.galley.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What delivery costs the database doesn't grow with what it answers. */
@ApiTest
class StatementCountTest {
    @Inject
    SessionFactory sessions;

    @Test
    void aWholeArticleCostsTheSameHoweverManySectionsItHas() {
        String small = published("Counted small", 1);
        String large = published("Counted large", 120);
        long statements = statementsOf("/v1/articles/" + small);
        assertTrue(statements <= 5, "statements: " + statements);
        assertEquals(statements, statementsOf("/v1/articles/" + large));
    }

    @Test
    void aListOfTwentyCostsAsManyStatementsAsAListOfOne() {
        IntStream.rangeClosed(1, 20).forEach(i -> published("Counted in a list " + i, 2));
        for (String list : new String[] {"articles", "sections", "takeaways", "faqs", "topics", "authors"}) {
            assertEquals(statementsOf("/v1/" + list + "?limit=1"), statementsOf("/v1/" + list + "?limit=20"), list);
        }
    }

    /** The least of a few tries: what runs in the background (schedules, the last use of a key) is counted too. */
    private long statementsOf(String path) {
        return IntStream.range(0, 3)
                .mapToLong(i -> {
                    sessions.getStatistics().clear();
                    given().get(path).then().statusCode(200);
                    return sessions.getStatistics().getPrepareStatementCount();
                })
                .min()
                .orElseThrow();
    }

    private static String published(String title, int sections) {
        String parts = IntStream.rangeClosed(1, sections)
                .mapToObj(i -> "## Section " + i + "\n\nWords of it.\n")
                .collect(Collectors.joining("\n"));
        String markdown =
                "---\ntags: [counting, \"%s\"]\nauthors: [counter]\n---\n# %s\n\n%s\n## TL;DR\n\n- Counted.\n\n## FAQ\n\n### How many?\n\nFew.\n"
                        .formatted(title, title, parts);
        return given().header("Authorization", "Bearer " + ApiTest.KEY)
                .contentType("text/markdown")
                .body(markdown)
                .post("/v1/editorial/imports?publish=true")
                .then()
                .statusCode(201)
                .extract()
                .path("article.slug");
    }
}
