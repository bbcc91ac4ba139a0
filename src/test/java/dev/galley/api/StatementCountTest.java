package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.withTopics;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.published;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What delivery costs the database doesn't grow with what it answers. */
@ApiTest
class StatementCountTest {
    @Inject
    SessionFactory sessions;

    @Test
    void aWholeArticleCostsTheSameHoweverManySectionsItHas() {
        String small = imported("Counted small", 1);
        String large = imported("Counted large", 120);
        long statements = statementsOf("/v1/articles/" + small);
        assertTrue(statements <= 5, "statements: " + statements);
        assertEquals(statements, statementsOf("/v1/articles/" + large));
    }

    @Test
    void aListOfTwentyCostsAsManyStatementsAsAListOfOne() {
        IntStream.rangeClosed(1, 20).forEach(i -> imported("Counted in a list " + i, 2));
        for (String list : new String[] {"articles", "sections", "takeaways", "faqs", "topics", "authors"}) {
            assertEquals(statementsOf("/v1/" + list + "?limit=1"), statementsOf("/v1/" + list + "?limit=20"), list);
        }
    }

    @Test
    void linksToArticlesCostOneStatementHoweverManyThereAre() {
        String topic = word();
        for (int i = 1; i <= 20; i++) {
            ObjectNode document = withTopics(topic);
            document.set("hero", json("{'url': '/a.png', 'alt': '', 'caption': 'See [it](article:%s).'}"));
            document.set("sections", array(section("One"), section("Two")));
            document.set("faqs", array(faq("Why?")));
            document.set("takeaways", array(takeaway("Words.")));
            Draft target = post(minimal());
            String linking = document.toString()
                    .replace("%s", target.slug())
                    .replace("Words.", "[x](article:" + target.id() + ")")
                    .replace("All about", "[x](/v1/articles/" + target.slug() + ")");
            published(json(linking));
        }
        String filter = "topic=" + topic;
        for (String list : new String[] {"articles", "sections", "takeaways"}) {
            long one = statementsOf("/v1/" + list + "?limit=1&" + filter);
            assertEquals(one, statementsOf("/v1/" + list + "?limit=20&" + filter), list);
            assertTrue(one <= (list.equals("articles") ? 6 : 3), list + ": " + one);
        }
        assertEquals(2, statementsOf("/v1/faqs?limit=20&" + filter));
    }

    /**
     * The least of some tries: what runs beside (schedules, the last use of a key) counts too. None of them is answered
     * from memory, which knows answers by what was accepted.
     */
    private long statementsOf(String path) {
        return LongStream.range(0, 10)
                .map(attempt -> {
                    sessions.getStatistics().clear();
                    given().accept("*/*;unlike=" + word()).get(path).then().statusCode(200);
                    return sessions.getStatistics().getPrepareStatementCount();
                })
                .min()
                .orElseThrow();
    }

    private static String imported(String title, int sections) {
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
