package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.block.Table;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

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

    private static void assertStaysText(Imported imported) {
        ArticleDocument document = imported.document();
        assertTrue(document.allBlocks().noneMatch(Table.class::isInstance));
        assertTrue(imported.warnings().stream().anyMatch(one -> one.code().equals(ImportWarning.BLOCK_CONVERTED)));
    }

    private static Imported soon(Supplier<Imported> reading) {
        return assertTimeoutPreemptively(Duration.ofSeconds(8), reading::get);
    }
}
