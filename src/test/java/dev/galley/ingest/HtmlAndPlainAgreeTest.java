package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.galley.document.ArticleDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One article in three formats is one document. */
class HtmlAndPlainAgreeTest {
    private static final String MARKDOWN = """
            # Keeping Bees on a Roof

            Bees do well in towns. They find more kinds of flowers there than on most fields.

            ## What You Need

            Not much is needed. Get these first:

            - a hive with two boxes
            - a smoker
            - patience

            ```python
            import hives
            hive = hives.Hive(boxes=2)
            hive.open(slowly=True)
            ```

            Then wait for a warm day.

            > 💡 **Pro Tip:** Bees fly out towards the sun.

            ## The Year of a Hive

            ### Spring

            The queen begins to lay, and the hive grows.

            ### Autumn

            The hive shrinks, and you feed it.

            ## Key Takeaways

            - Towns are good for bees.
            - Patience is the best tool.

            ## FAQ

            ### Do they sting?

            Seldom, and only when they must.

            ### How much honey is there?

            Some years a lot, some years none.
            """;

    private static final String HTML = """
            <html><head><title>Keeping Bees on a Roof | Bees</title></head><body><nav>Bees</nav><article>
            <h1>Keeping Bees on a Roof</h1>
            <p>Bees do well in towns. They find more kinds of flowers there than on most fields.</p>
            <h2>What You Need</h2><p>Not much is needed.
            Get these first:</p><ul><li>a hive with two boxes</li><li><p>a smoker</p></li><li>patience</li></ul>
            <pre><code class="language-python">import hives
            hive = hives.Hive(boxes=2)
            hive.open(slowly=True)
            </code></pre><p>Then wait for a warm day.</p>
            <aside><p>💡 <strong>Pro Tip:</strong> Bees fly out towards the sun.</p></aside>
            <section><h2>The Year of a Hive</h2><h3>Spring</h3><p>The queen begins to lay, and the hive grows.</p>
            <h3>Autumn</h3><p>The hive shrinks, and you feed it.</p></section>
            <h2>Key Takeaways</h2><ul><li>Towns are good for bees.</li><li>Patience is the best tool.</li></ul>
            <h2>FAQ</h2><details><summary>Do they sting?</summary>Seldom, and only when they must.</details>
            <details><summary>How much honey is there?</summary><p>Some years a lot, some years none.</p></details>
            </article></body></html>
            """;

    private static final String PLAIN = """
            Keeping Bees on a Roof
            Bees do well in towns. They find more kinds of flowers there than on most fields.
            What You Need
            Not much is needed. Get these first:
            - a hive with two boxes
            - a smoker
            - patience
            import hives
            hive = hives.Hive(boxes=2)
            hive.open(slowly=True)
            Then wait for a warm day.
            Pro Tip
            💡 Pro Tip: Bees fly out towards the sun.
            The Year of a Hive
            Spring
            The queen begins to lay, and the hive grows.
            Autumn
            The hive shrinks, and you feed it.
            Key Takeaways
            Towns are good for bees.
            Patience is the best tool.
            FAQ
            Do they sting?
            Seldom, and only when they must.
            How much honey is there?
            Some years a lot, some years none.
            """;

    @Test
    void htmlIsReadAsMarkdownIs() {
        Imported html = Importer.html(HTML, null);
        assertEquals(markdown(), html.document());
        assertEquals(List.of(), html.warnings());
    }

    @Test
    void plainTextIsReadAsMarkdownIsWithAWarning() {
        Imported plain = Importer.plainText(PLAIN);
        assertEquals(markdown(), plain.document());
        assertEquals(
                List.of(ImportWarning.LEVELS_GUESSED),
                plain.warnings().stream().map(ImportWarning::code).toList());
    }

    private static ArticleDocument markdown() {
        return Importer.markdown(MARKDOWN).document();
    }
}
