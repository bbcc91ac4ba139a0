package dev.galley.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.document.ArticleDocument;
import dev.galley.ingest.ImportWarning;
import dev.galley.ingest.Imported;
import dev.galley.platform.Ids;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import dev.galley.platform.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as JSON, also as a Galley delivered it: what only a server can say is left out, with a warning. */
final class JsonImport {
    private static final String MEMBER_IGNORED = "member-ignored";

    private JsonImport() {}

    static Imported read(byte[] body) {
        return read(Json.parse(body), Set.of("publishedAt", "updatedAt"));
    }

    /** Out of an archive: it stays the article that it was. */
    static Imported readArchived(byte[] body) {
        return read(Json.parse(body), Set.of("publishedAt", "updatedAt", "id"));
    }

    private static Imported read(JsonNode body, Set<String> used) {
        if (!(body instanceof ObjectNode document)) {
            throw Problem.member("", InputError.WRONG_TYPE, "A document is a JSON object.");
        }
        boolean draft = document.path("draft").asBoolean();
        UUID id = Ids.parse(document.path("id").asText()).orElse(null);
        document.remove("draft");
        Instant publishedAt = instant(document, "publishedAt");
        Instant updatedAt = instant(document, "updatedAt");
        List<ImportWarning> warnings = new ArrayList<>();
        Set<String> dropped = DocumentInput.dropServerMade(document);
        dropped.removeAll(used);
        for (String name : dropped) {
            warnings.add(new ImportWarning(
                    MEMBER_IGNORED, "\"" + name + "\" is made by Galley; the imported value was left out.", null));
        }
        DocumentInput.dropLevels(document);
        return new Imported(Json.bind(document, ArticleDocument.class), publishedAt, updatedAt, draft, id, warnings);
    }

    private static @Nullable Instant instant(ObjectNode document, String name) {
        JsonNode time = document.path(name);
        return time.isMissingNode() || time.isNull() ? null : Timestamps.member("/" + name, time.asText());
    }
}
