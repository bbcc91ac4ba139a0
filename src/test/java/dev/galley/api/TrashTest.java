package dev.galley.api;

import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Editor.editor;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.restore;
import static dev.galley.api.Editor.trash;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.galley.api.Editor.Draft;
import dev.galley.editorial.TrashSweep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is thrown away stays in the trash for a while, and is gone then. */
@ApiTest
class TrashTest {
    @Inject
    TrashSweep sweep;

    @Inject
    EntityManager database;

    @Test
    void whatWasInTheTrashForLongIsPurged() {
        Draft old = trashed(published(minimal()), 31);
        Draft newer = trashed(post(minimal()), 29);
        Draft kept = post(minimal());
        sweep.purgeOld();
        editor().get(old.url()).then().statusCode(404);
        restore(old).then().statusCode(404);
        given().get("/v1/articles/" + old.id()).then().statusCode(410);
        assertEquals("trashed", read(newer).at("/status"));
        assertEquals("draft", read(kept).at("/status"));
        assertEquals(
                "galley",
                Editor.json(editor().get("/v1/editorial/audit?action=article.purged&article=" + old.id()))
                        .at("/data/0/actor")
                        .asText());
    }

    @Test
    void whatWasRestoredIsNotPurged() {
        Draft draft = trashed(post(minimal()), 31);
        restore(draft).then().statusCode(200);
        sweep.purgeOld();
        assertEquals("draft", read(draft).at("/status"));
    }

    @Test
    void throwingAwayWhatIsThrownAwayLeavesItsAge() {
        Draft draft = trashed(post(minimal()), 31);
        trash(draft).then().statusCode(204);
        sweep.purgeOld();
        editor().get(draft.url()).then().statusCode(404);
    }

    private Draft trashed(Draft draft, int daysAgo) {
        trash(draft).then().statusCode(204);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update draft set trashed_at = ?1 where id = ?2")
                        .setParameter(1, OffsetDateTime.now(ZoneOffset.UTC).minusDays(daysAgo))
                        .setParameter(2, UUID.fromString(draft.id()))
                        .executeUpdate());
        return draft;
    }
}
