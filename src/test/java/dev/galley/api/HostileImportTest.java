package dev.galley.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.galley.ingest.HostileSources;
import dev.galley.ingest.HostileSources.Source;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever is posted as an import is taken or refused, and what is taken is all there. */
@ApiTest
class HostileImportTest {
    private static final long SEED = 20_261;
    private static final int SOURCES = Integer.getInteger("test.sources", 100);
    private static final Set<Integer> ANSWERS = Set.of(200, 201, 400, 413, 415);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    @Test
    void hostileSourcesAreTakenOrRefused() {
        List<String> failed = new ArrayList<>();
        HostileSources.of(SEED, SOURCES).forEach(source -> {
            HttpResponse<String> answer = post(source, "?dryRun=true");
            if (!ANSWERS.contains(answer.statusCode())) {
                failed.add(answer.statusCode() + ": " + source + " " + answer.body());
            }
        });
        assertEquals(List.of(), failed);
    }

    /** Their words that have letters or digits: what is markup and what is text is for the readers' own tests. */
    @Test
    void noWordOfAPlainTextIsLostWithoutAWarning() {
        List<String> failed = new ArrayList<>();
        HostileSources.of(SEED + 1, SOURCES)
                .filter(source -> source.contentType().startsWith("text/plain"))
                .filter(source -> !source.contentType().contains("charset"))
                .forEach(source -> {
                    HttpResponse<String> answer = post(source, "?dryRun=true");
                    if (answer.statusCode() == 200) {
                        lost(source, json(answer)).ifPresent(word -> failed.add("\"" + word + "\" of " + source));
                    }
                });
        assertEquals(List.of(), failed);
    }

    @Test
    void whatIsTakenIsStoredPublishedAndDelivered() {
        List<String> failed = new ArrayList<>();
        int[] published = {0};
        HostileSources.of(SEED + 2, 150).forEach(source -> {
            HttpResponse<String> answer = post(source, "?publish=true");
            int status = answer.statusCode();
            if (!ANSWERS.contains(status) && status != 409 && status != 422) {
                failed.add(status + ": " + source);
            } else if (status < 300
                    && json(answer).at("/article/status").asText().equals("published")) {
                published[0]++;
                String path = "/v1/articles/" + json(answer).at("/article/id").asText() + "?text=";
                for (String form : List.of("markdown", "html", "plain")) {
                    int delivered = Raw.send(java.net.http.HttpRequest.newBuilder(Raw.uri(path + form)))
                            .statusCode();
                    if (delivered != 200) {
                        failed.add(delivered + " as " + form + ": " + source);
                    }
                }
            }
        });
        assertEquals(List.of(), failed);
        assertTrue(published[0] > 30, "only " + published[0] + " were published");
    }

    private static HttpResponse<String> post(Source source, String query) {
        return Raw.post(Editor.IMPORTS + query, source.contentType(), source.body());
    }

    private static java.util.Optional<String> lost(Source source, JsonNode answer) {
        String text = decoded(source);
        if (text == null || answer.path("warnings").size() > 0) {
            return java.util.Optional.empty();
        }
        String seen = words(String.join(" ", texts(answer.path("article"))));
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2 && !seen.contains(word))
                .findFirst();
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isValueNode()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    private static @org.jspecify.annotations.Nullable String decoded(Source source) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(source.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
