package dev.galley.api;

import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.withLead;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.json;
import static dev.galley.api.Editor.published;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code /v1/editorial/jobs}, and the job that makes the search index again. */
@ApiTest
class JobTest {
    private static JsonNode get(String path) {
        return json(editor().get(path).then().statusCode(200).extract().response());
    }

    private static String found(String word) {
        Response answer = given().queryParam("q", word).get("/v1/search");
        assertEquals(200, answer.statusCode(), answer.asString());
        return json(answer).at("/data/0/article/id").asText();
    }

    @Test
    void anIndexIsMadeAgainWhileTheOldOneAnswers() {
        String word = word();
        Draft article = published(withLead(paragraph(word)));
        Response begun = editor().post("/v1/editorial/search/rebuild");
        assertEquals(202, begun.statusCode(), begun.asString());
        String job = begun.header("Location");
        String path = job.substring(job.indexOf("/v1/"));
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            assertEquals(article.id(), found(word));
            return !get(path).path("state").asText().equals("running");
        });
        JsonNode done = get(path);
        assertEquals("done", done.path("state").asText(), done.toString());
        assertEquals("search-index", done.path("kind").asText());
        assertEquals(done.path("total").asInt(), done.path("done").asInt());
        assertTrue(done.path("done").asInt() > 0);
        assertEquals(0, done.path("failed").asInt());
        assertTrue(done.path("finishedAt").isTextual());
        assertTrue(done.path("detail").isNull());
        assertEquals(article.id(), found(word));
        String next = word();
        assertEquals(published(withLead(paragraph(next))).id(), found(next));
    }

    @Test
    void jobsAreListedNewestFirst() {
        String path = editor().post("/v1/editorial/search/rebuild").header("Location");
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertTrue(get("/v1/editorial/jobs").path("data").findValuesAsText("id").contains(id));
        JsonNode page = get("/v1/editorial/jobs?limit=1");
        assertEquals(1, page.path("data").size());
    }

    @Test
    void aJobThatIsNotThereIsNotFound() {
        editor().get("/v1/editorial/jobs/" + word()).then().statusCode(404);
        editor().get("/v1/editorial/jobs/01a211e1-8e2b-719a-a23b-3ea90d1e3ac7")
                .then()
                .statusCode(404);
    }
}
