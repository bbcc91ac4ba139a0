package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.DocumentRules;
import dev.galley.document.Section;
import dev.galley.document.block.Image;
import dev.galley.document.block.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no document may hold is taken from a source all the same, with a warning. */
class FittingTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            ![x](https://e.com/a[1].png), https://e.com/a%5B1%5D.png
            ![x](<my pic.png>), my%20pic.png
            ![x](a|b.png), a%7Cb.png
            ![x](a%zz.png), a%25zz.png
            ![x](a.svg#b#c), a.svg#b%23c
            ![x](http://[::1]/a[1].png), http://[::1]/a%5B1%5D.png
            """)
    void whatAPicturesAddressCannotHoldIsEncoded(String markdown, String url) {
        Imported imported = fitted(Importer.markdown("# T\n\n" + markdown));
        assertEquals(List.of(new Image(url, "x", null)), imported.document().lead());
    }

    @Test
    void aPictureFromNowhereBecomesItsWords() {
        Imported imported = fitted(Importer.markdown("# T\n\n![a *bee*](C:/bee.png \"in *June*\")"));
        assertEquals(
                List.of(new Paragraph("a bee in *June* C:/bee.png")),
                imported.document().lead());
    }

    @Test
    void aPicturesSizeIsOneOrMore() {
        Imported imported = fitted(Importer.html("<h1>T</h1><p>a</p><img src=/a.png width=0 height=9>", null));
        assertEquals(
                new Image("", "/a.png", null, null, null, 9),
                imported.document().lead().get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canonical: /bees",
                "image: C:/bee.png",
                "image: {url: /a.png, width: 0}",
                "author: {name: Ada, url: ada}",
                "series: {title: Bees, position: 0}",
                "seo: {canonicalUrl: bees}",
                "lang: de-Latn-DE-1996-1901"
            })
    void whatFrontMatterSaysWronglyIsIgnored(String member) {
        fitted(Importer.markdown("---\ntitle: T\n" + member + "\n---\nText."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "summary", "translationKey", "tags", "author", "series"})
    void whatFrontMatterSaysAtTooGreatALengthIsCut(String member) {
        String words = "word ".repeat(1_000).strip();
        fitted(Importer.markdown("---\n" + member + ": " + words + "\n---\nText."));
    }

    @Test
    void aTitleTooLongIsKeptAsAParagraph() {
        String words = "word ".repeat(100).strip();
        ArticleDocument document =
                fitted(Importer.markdown("---\ntitle: " + words + "\n---\n")).document();
        assertTrue(document.title().endsWith("word…"), document.title());
        assertEquals(List.of(new Paragraph(words)), document.lead());
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "x-default"})
    void aPagesLanguageMayBeNone(String language) {
        Imported imported = fitted(Importer.html("<html lang=" + language + "><h1>T</h1><p>Text.", null));
        assertEquals("", imported.document().locale());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src='https://e.org/a b|c'></iframe>",
                "<iframe src='https://a_b/'></iframe>",
                "<ol start=-3><li>a</ol>",
                "<img src='https://e.org/%'>",
                "<iframe src='https://e.org/' title='LONG'></iframe>",
                "<aside><h3>T</h3><p>LONG</p></aside>",
                "<pre><code class='language-LONG'>a</code></pre>",
                "<img src=/a.png alt='LONG'>"
            })
    void blocksOfAPageFit(String html) {
        fits(Importer.html("<h1>T</h1><p>a</p>" + html.replace("LONG", "x".repeat(3_000)), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {":::note LONG\nText.\n:::", "```LONG\na\n```", "```java title=\"LONG\"\na\n```"})
    void blocksOfMarkdownFit(String markdown) {
        Imported imported = fitted(Importer.markdown("# T\n\n" + markdown.replace("LONG", "x".repeat(3_000))));
        assertEquals(1, imported.document().lead().size());
    }

    @Test
    void theFirstOfTwoSameAnchorsIsKept() {
        Imported imported = fitted(Importer.html("<h1>T</h1><h2 id=a>A</h2><p>a</p><h2 id=a>B</h2><p>b</p>", null));
        assertEquals(
                List.of("a", ""),
                imported.document().allSections().map(Section::anchor).toList());
    }

    @Test
    void aQuestionTooLongIsCutAndKeptWhole() {
        String question = "word ".repeat(100) + "?";
        Imported imported = fitted(Importer.html("""
                <h1>T</h1><p>a</p><script type="application/ld+json">{"@type": "FAQPage", "mainEntity":
                {"@type": "Question", "name": "%s", "acceptedAnswer": {"text": "Yes."}}}</script>
                """.formatted(question), null));
        assertEquals(
                List.of(new Paragraph(question), new Paragraph("Yes.")),
                imported.document().faqs().get(0).answer());
    }

    @Test
    void whatFitsStaysAsItIs() {
        Imported imported = Importer.markdown("# T\n\n![x](/a.png)\n\n## A\n\na");
        assertEquals(List.of(), imported.warnings());
        assertNull(imported.document().summary());
    }

    private static Imported fitted(Imported imported) {
        assertFalse(imported.warnings().isEmpty());
        return fits(imported);
    }

    private static Imported fits(Imported imported) {
        assertEquals(List.of(), DocumentRules.breaches(imported.document()));
        return imported;
    }
}
