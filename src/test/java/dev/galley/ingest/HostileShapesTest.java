package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.block.Table;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small sources that would cost much time or memory by their shape alone. */
class HostileShapesTest {
    @Test
    void aWideAndLongMarkdownTableStaysText() {
        String table = "|" + "a|".repeat(3_000) + "\n|" + "-|".repeat(3_000) + "\n" + "b|\n".repeat(3_000);
        Imported imported = soon(() -> Importer.markdown("# T\n\n" + table));
        assertStaysText(imported);
    }

    @Test
    void aTableInAQuoteCountsToo() {
        String table = "> |" + "a|".repeat(90) + "\n> |" + "-|".repeat(90) + "\n" + "> b|\n".repeat(3_000);
        assertStaysText(soon(() -> Importer.markdown("# T\n\n" + table)));
    }

    @Test
    void aLongNarrowTableIsATable() {
        Imported imported = Importer.markdown("# T\n\n|a|b|\n|-|-|\n" + "|c|d|\n".repeat(2_000));
        assertTrue(imported.document().lead().get(0) instanceof Table);
    }

    @Test
    void aWideAndLongHtmlTableBecomesParagraphs() {
        String table = "<table><tr>" + "<th>a".repeat(3_000) + "<tr><td>b<td>c".repeat(3_000) + "</table>";
        assertStaysText(soon(() -> Importer.html("<h1>T</h1><p>x</p>" + table, null)));
    }

    @Test
    void manySizesOfAPictureAreRead() {
        soon(() -> Importer.markdown("# T\n\n![x](/a.png){" + "width=1 ".repeat(20_000) + "}"));
    }

    @Test
    void aLanguageOfManyPartsIsRead() {
        soon(() -> Importer.markdown("---\nlang: en" + "-aa".repeat(20_000) + "\n---\nText."));
    }

    @Test
    void tagsThatNeverEndAreReadAtOnce() {
        soon(() -> Importer.markdown("<div\n" + "<".repeat(200_000)));
    }

    @Test
    void aTitleOfSpacesIsReadAtOnce() {
        String title = "Bees" + " ".repeat(60_000) + "fly";
        soon(() -> Importer.html("<meta property=og:title content='" + title + "'><p>Text.", null));
    }

    @Test
    void fencesThatNeverEndAreReadAtOnce() {
        soon(() -> Importer.plainText("Title\n\n" + "```a\n".repeat(30_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999-01-01", "+10000-01-01T00:00:00Z", "-0001-01-01", "0000-12-31"})
    void yearsThatNoCalendarWritesAreNoDates(String date) {
        Imported imported = Importer.markdown("---\ntitle: T\ndate: \"" + date + "\"\n---\nText.");
        assertNull(imported.publishedAt());
        assertEquals(
                ImportWarning.FRONT_MATTER_IGNORED, imported.warnings().get(0).code());
    }

    private static void assertStaysText(Imported imported) {
        ArticleDocument document = imported.document();
        assertTrue(document.allBlocks().noneMatch(Table.class::isInstance));
        assertTrue(imported.warnings().stream().anyMatch(one -> one.code().equals(ImportWarning.BLOCK_CONVERTED)));
    }

    private static Imported soon(Supplier<Imported> reading) {
        return assertTimeoutPreemptively(Duration.ofSeconds(8), reading::get);
    }
}
