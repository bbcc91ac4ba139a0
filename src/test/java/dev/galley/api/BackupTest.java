package dev.galley.api;

import static dev.galley.api.Editor.editor;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Copies of the embedded database; what they are good for is in {@code BackupIT}. */
@ApiTest
class BackupTest {
    private static final String BACKUP = "/v1/editorial/backup";

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    @Test
    void theEmbeddedDatabaseIsCopied() throws IOException {
        if (database.equals("h2")) {
            for (int i = 0; i < 2; i++) {
                byte[] copy = editor().get(BACKUP)
                        .then()
                        .statusCode(200)
                        .contentType("application/zip")
                        .header("Cache-Control", "no-store")
                        .header(
                                "Content-Disposition",
                                matchesPattern("attachment; filename=\"galley-\\d{4}-\\d\\d-\\d\\dT\\d{6}Z\\.zip\""))
                        .extract()
                        .asByteArray();
                try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(copy))) {
                    ZipEntry entry = zip.getNextEntry();
                    assertNotNull(entry);
                    assertTrue(entry.getName().endsWith(".mv.db"), entry.getName());
                }
            }
        } else {
            editor().get(BACKUP)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("detail", containsString("pg_dump"));
        }
    }

    @Test
    void whatAsksAtOnceIsToldToWait() {
        if (database.equals("h2")) {
            List<Integer> statuses =
                    Concurrently.each(4, caller -> editor().get(BACKUP).statusCode());
            assertEquals(
                    List.of(),
                    statuses.stream()
                            .filter(status -> status != 200 && status != 409)
                            .toList());
            editor().get(BACKUP).then().statusCode(200);
        }
    }
}
