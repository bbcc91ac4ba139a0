package dev.galley.api;

import static dev.galley.api.Documents.json;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.article;
import static dev.galley.api.Editor.imported;
import static dev.galley.api.Editor.patched;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.published;
import static dev.galley.api.Editor.put;
import static dev.galley.api.Editor.read;
import static dev.galley.api.Editor.trash;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.Editor.Draft;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Places in a series. */
@ApiTest
class SeriesTest {
    @Test
    void aPlaceThatIsLeftOutIsTheNextOne() {
        String series = word();
        assertEquals(1, place(post(in(series))));
        post(in(series, 5));
        assertEquals(6, place(post(in(series))));
        assertEquals(1, place(post(in(word()))));
    }

    @Test
    void aPlaceThatIsGivenIsKept() {
        String series = word();
        post(in(series, 3));
        assertEquals(3, place(post(in(series, 3))));
        assertEquals(3, article(published(in(series, 3))).at("/series/position").asInt());
    }

    @Test
    void anArticleKeepsItsPlaceWhereTheDocumentLeavesItOut() {
        String series = word();
        Draft first = post(in(series));
        post(in(series));
        Draft again = Draft.of(put(first, in(series).put("title", "Another title")));
        assertEquals(1, place(again));
        assertEquals(3, place(patched(again, "{\"series\": {\"slug\": \"" + series + "\", \"position\": 3}}")));
        assertEquals(3, place(patched(read(first), "{\"series\": {\"position\": null}}")));
    }

    @Test
    void anArticleThatChangesItsSeriesGetsAPlaceThere() {
        String series = word();
        String other = word();
        Draft draft = post(in(series));
        post(in(other));
        assertEquals(2, place(patched(draft, "{\"series\": {\"slug\": \"" + other + "\", \"position\": null}}")));
        assertEquals(1, place(post(in(series))));
    }

    @Test
    void whatIsInTheTrashHasNoPlace() {
        String series = word();
        post(in(series));
        trash(post(in(series)));
        assertEquals(2, place(post(in(series))));
    }

    @Test
    void eachLocaleCountsForItself() {
        String series = word();
        post(in(series));
        post(in(series));
        assertEquals(1, place(post(in(series).put("locale", "de"))));
    }

    @Test
    void translationsShareAPlace() {
        String series = word();
        String key = word();
        post(in(series));
        Draft english = post(in(series).put("translationKey", key));
        Draft german = post(in(series).put("translationKey", key).put("locale", "de"));
        assertEquals(2, place(english));
        assertEquals(2, place(german));
        assertEquals(3, place(post(in(series).put("locale", "de"))));
        assertEquals(3, place(post(in(series).put("translationKey", key))));
    }

    @Test
    void thereIsAPlaceBehindTheLastNumberToo() {
        String series = word();
        post(in(series, Integer.MAX_VALUE));
        post(in(series, 1));
        assertEquals(2, place(post(in(series))));
    }

    @Test
    void articlesAddedAtOnceGetPlacesOfTheirOwn() {
        String series = word();
        List<Draft> drafts = Concurrently.each(8, i -> post(in(series)));
        assertEquals(
                IntStream.rangeClosed(1, 8).boxed().toList(),
                drafts.stream().map(SeriesTest::place).sorted().toList());
    }

    @Test
    void theSameTextImportedAgainStaysWhereItIs() {
        String text = "---\nslug: %s\nseries: {slug: %s}\n---\n# Tides\n".formatted(word(), word());
        Draft first = imported("text/markdown", text);
        Draft again = imported("text/markdown", text);
        assertEquals(1, place(again));
        assertEquals(first.version(), again.version());
    }

    @Test
    void aDocumentMayBeSentBackAsItWasRead() {
        Draft draft = post(in(word()));
        Draft again = Draft.of(put(draft, read(draft).json()));
        assertEquals(draft.version(), again.version());
        assertTrue(again.json().at("/series/position").isInt());
    }

    private static ObjectNode in(String series) {
        return minimal().set("series", json("{'slug': '" + series + "'}"));
    }

    private static ObjectNode in(String series, int position) {
        return minimal().set("series", json("{'slug': '" + series + "', 'position': " + position + "}"));
    }

    private static int place(Draft draft) {
        return draft.json().at("/series/position").asInt();
    }
}
