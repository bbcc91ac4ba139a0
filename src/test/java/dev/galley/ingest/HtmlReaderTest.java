package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.block.Paragraph;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole pages: the article in them, and what they say about it. */
class HtmlReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article>%s</article>",
                "<main>%s</main>",
                "<div role=main>%s</div>",
                "<div itemprop=articleBody>%s</div>",
                "<div class=page><div class=content>%s</div></div>",
                "%s"
            })
    void theArticleIsFoundAndThePageLeftBehind(String around) {
        String article = "<h1>Pumps</h1><p>A pump moves water.</p><p>It is loud.</p>";
        Imported imported = Importer.html(
                "<body><nav><a href=/>Home</a></nav><div class=cookie-banner>Cookies!</div>" + around.formatted(article)
                        + "<div id=comments>First!</div><footer>Imprint</footer>",
                null);
        assertEquals("Pumps", imported.document().title());
        assertEquals(
                List.of(new Paragraph("A pump moves water."), new Paragraph("It is loud.")),
                imported.document().lead());
    }

    @Test
    void anArticleWithoutWarningHasNone() {
        Imported imported = Importer.html(
                "<nav>Home</nav><article><header><h1>Pumps</h1></header><p>Loud.</p></article><footer>Imprint</footer>",
                null);
        assertEquals(List.of(), imported.warnings());
    }

    @Test
    void teasersAreNotTheArticle() {
        ArticleDocument document = read("<main><h1>Pumps</h1><p>" + "A pump moves water. ".repeat(20)
                + "</p></main><aside><article>Read on: valves</article><article>Read on: taps</article></aside>");
        assertEquals("Pumps", document.title());
        assertEquals(1, document.lead().size());
    }

    @Test
    void furnitureInsideTheArticleIsNamedInAWarning() {
        Imported imported = Importer.html(
                "<article><h1>Pumps</h1><p>It is loud. It is big. It is blue.</p><div class=share-bar>Share me</div></article>",
                null);
        assertFalse(ReadWords.of(imported).contains("Share me"));
        assertTrue(ReadWords.ofWarnings(imported).contains("Share me"));
        assertEquals(ImportWarning.HTML_DROPPED, imported.warnings().get(0).code());
    }

    @Test
    void thePageNamesAnArticleWithoutHeading() {
        assertEquals(
                "Loud Pumps",
                read("<title>Loud Pumps | The Site</title><article><p>Loud.</p></article>")
                        .title());
        assertEquals(
                "Loud Pumps",
                read("<title>Loud Pumps - The Site</title><article><p>Loud.</p></article>")
                        .title());
        assertEquals(
                "Loud - er Pumps",
                read("<title>Site</title><h1>Loud - er Pumps</h1><article><p>Loud.</p></article>")
                        .title());
    }

    @Test
    void theHeadingWinsOverThePagesName() {
        assertEquals(
                "Pumps",
                read("<title>Else</title><article><h1>Pumps</h1><p>Loud.</p></article>")
                        .title());
    }

    @Test
    void theHeadOfThePageIsFrontMatter() {
        Imported imported = Importer.html("""
                <html lang=de_CH><head><title>Pumps</title><base href="https://example.org/posts/">
                <link rel=canonical href="/posts/pumps"><meta name=description content="About pumps.">
                <meta property="og:image" content="/p.png"><meta name=author content="Ada Lovelace">
                <meta property="article:published_time" content="2026-03-01T10:00:00+01:00">
                <script type="application/ld+json">{"@graph": [{"@type": "BlogPosting", "dateModified": "2026-04-01",}]}</script>
                </head><article><h1>Pumps</h1><p>Loud.</p></article>""", null);
        ArticleDocument document = imported.document();
        assertEquals("de-CH", document.locale());
        assertEquals("About pumps.", document.summary());
        assertEquals(List.of(AuthorRef.byName("Ada Lovelace")), document.authors());
        assertEquals("https://example.org/posts/pumps", document.seo().canonicalUrl());
        assertEquals(Instant.parse("2026-03-01T09:00:00Z"), imported.publishedAt());
        assertEquals(Instant.parse("2026-04-01T00:00:00Z"), imported.updatedAt());
    }

    @Test
    void questionsInJsonLdCountOnce() {
        ArticleDocument document = read("""
                <script type="application/ld+json">{"@type": "FAQPage", "mainEntity": [
                  {"@type": "Question", "name": "Is it loud?", "acceptedAnswer": {"text": "Again."}},
                  {"@type": "Question", "name": "Is it big?", "acceptedAnswer": {"text": "<p>Very <b>big</b>.</p>"}}]}</script>
                <article><h1>Pumps</h1><h2>FAQ</h2><h3>Is it loud?</h3><p>Yes.</p></article>""");
        assertEquals(
                List.of(
                        new Faq("Is it loud?", List.of(new Paragraph("Yes."))),
                        new Faq("Is it big?", List.of(new Paragraph("Very **big**.")))),
                document.faqs());
    }

    @Test
    void brokenJsonLdSaysNothing() {
        assertEquals(
                "Pumps",
                read("<script type='application/ld+json'>{\"@type\": </script><h1>Pumps</h1>")
                        .title());
    }

    @Test
    void headingsMakeTheTreeOfSections() {
        ArticleDocument document = read(
                "<h1>Pumps</h1><h2 id=how-to>How <a class=anchor href=#how-to>#</a></h2><p>So.</p><h3>Why</h3><h2 id='Not A Slug'>End</h2>");
        assertEquals(
                List.of("How", "End"),
                document.sections().stream().map(Section::heading).toList());
        assertEquals("how-to", document.sections().get(0).anchor());
        assertEquals("", document.sections().get(1).anchor());
        assertEquals("Why", document.sections().get(0).sections().get(0).heading());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h3>Is it loud?</h3><p>Yes.</p>",
                "<p><b>Is it loud?</b></p><p>Yes.</p>",
                "<p>Is it loud?</p><p>Yes.</p>",
                "<details><summary>Is it loud?</summary>Yes.</details>",
                "<dl><dt>Is it loud?<dd>Yes.</dl>",
                "<div class=faq-item><button>+</button><h4>Is it loud?</h4><div>Yes.</div></div>"
            })
    void questionsAreReadHoweverTheyAreSet(String question) {
        assertEquals(
                List.of(new Faq("Is it loud?", List.of(new Paragraph("Yes.")))),
                read("<h1>Pumps</h1><h2>FAQ</h2>" + question).faqs());
    }

    @Test
    void linksStartFromTheBase() {
        Imported imported =
                Importer.html("<h1>Pumps</h1><p><a href='../a b'>A</a></p>", URI.create("https://example.org/x/y"));
        assertEquals(
                List.of(new Paragraph("[A](https://example.org/a%20b)")),
                imported.document().lead());
    }

    private static ArticleDocument read(String html) {
        return Importer.html(html, null).document();
    }
}
