package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.block.Block;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTML as bad as it comes: nothing may throw, hang or lose words in silence. */
class HtmlSoupTest {
    private static final List<String> TAGS = List.of(
            "div",
            "p",
            "section",
            "span",
            "b",
            "strong",
            "i",
            "em",
            "s",
            "del",
            "code",
            "a",
            "q",
            "sub",
            "sup",
            "br",
            "h2",
            "h3",
            "h4",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "cite",
            "footer",
            "header",
            "figure",
            "figcaption",
            "img",
            "picture",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "pre",
            "hr",
            "aside",
            "details",
            "summary",
            "nav",
            "form",
            "button",
            "input",
            "select",
            "option",
            "svg",
            "math",
            "video",
            "object",
            "custom-part",
            "center",
            "font",
            "label",
            "noscript",
            "address",
            "dialog",
            "mark");

    private static final List<String> ATTRIBUTES = List.of(
            "",
            "",
            "",
            " class=\"note\"",
            " class=\"alert alert-warning\"",
            " class=\"share-bar\"",
            " hidden",
            " id=\"here\"",
            " style=\"display:none\"",
            " href=\"https://example.org/a\"",
            " href=\"javascript:x()\"",
            " href=\"b/c\"",
            " src=\"https://example.org/p.png\" alt=\"\"",
            " aria-hidden=\"true\"",
            " colspan=3",
            " role=note",
            " class=\"admonition-title\"",
            " start=7",
            " broken=\"",
            " class='language-go'",
            " title=x");

    @Test
    void randomSoupLosesNoWordInSilence() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            int words = 1 + random.nextInt(40);
            String soup = "<article>" + soup(random, words) + "</article>";
            String seedAndSoup = "seed " + seed + ": " + soup;
            Imported imported = read(soup, seedAndSoup);
            String visible = Jsoup.parse(soup).body().wholeText();
            String said = ReadWords.of(imported) + ReadWords.ofWarnings(imported);
            IntStream.range(0, words)
                    .mapToObj(word -> "w" + word + "x")
                    .filter(visible::contains)
                    .forEach(word -> assertTrue(said.contains(word), () -> word + " is lost, " + seedAndSoup));
        }
    }

    @Test
    void randomBytesNeverThrow() {
        String signs = "<>/=\"'&#;!-[]? \n\tabpdiv\u0000\uD800xé💡";
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder html = new StringBuilder();
            random.ints(random.nextInt(200), 0, signs.length()).forEach(i -> html.append(signs.charAt(i)));
            read(html.toString(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<ul><li>",
                "<blockquote>",
                "<b>",
                "<b><i>",
                "<table><tr><td>",
                "<details>",
                "<aside>",
                "<figure>",
                "<dl><dd>",
                "<span style='font-weight:bold'>",
                "<section>",
                "<h2>",
                "<a href=x>",
                "<font>",
                "<center>"
            })
    void nestingHasNoEnd(String tag) {
        String html = "<p>before</p>" + tag.repeat(10_000) + "inside";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Imported imported = Importer.html(html, null);
            assertTrue(ReadWords.of(imported).contains("inside"), tag);
            assertTrue(depth(imported.document()) <= 8, tag);
        });
    }

    @Test
    void attributesOfAMegabyteAreRead() {
        String much = "x ".repeat(500_000);
        String html = "<p class=\"" + much + "\" style=\"" + much + "\" id=\"" + much + "\">words <a href=\"" + much
                + "\" title=\"" + much + "\">here</a></p>";
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertTrue(ReadWords.of(Importer.html(html, null)).contains("words here")));
    }

    @Test
    void aPageOfMegabytesIsReadInSeconds() {
        String html = "<div class='post'>"
                + "<p>Some <b>words</b> and <a href='/x'>links</a>.</p><ul><li>one<li>two</ul>".repeat(15_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Importer.html(html, null));
    }

    @Test
    void charactersThatAreNoTextAreReplaced() {
        Imported imported = Importer.html("<p>a\u0000b &#xD800; \uDC00 c</p>", null);
        assertEquals(
                1,
                imported.warnings().stream()
                        .filter(warning -> warning.code().equals(ImportWarning.CHARSET_REPLACED))
                        .count());
        assertTrue(ReadWords.of(imported).contains("a\uFFFDb"));
        assertTrue(ReadWords.of(imported).chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c)));
    }

    private static Imported read(String html, String message) {
        try {
            return Importer.html(html, null);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(message, e);
        }
    }

    private static String soup(Random random, int words) {
        StringBuilder soup = new StringBuilder();
        for (int word = 0; word < words; ) {
            String tag = TAGS.get(random.nextInt(TAGS.size()));
            switch (random.nextInt(3)) {
                case 0 ->
                    soup.append('<')
                            .append(tag)
                            .append(ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size())))
                            .append('>');
                case 1 -> soup.append("</").append(tag).append('>');
                default ->
                    soup.append(random.nextBoolean() ? " " : "")
                            .append('w')
                            .append(word++)
                            .append("x ");
            }
        }
        return soup.toString();
    }

    private static int depth(ArticleDocument document) {
        return document.blockLists().mapToInt(HtmlSoupTest::depth).max().orElse(0);
    }

    private static int depth(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(block -> 1
                        + block.children().stream()
                                .mapToInt(HtmlSoupTest::depth)
                                .max()
                                .orElse(0))
                .max()
                .orElse(0);
    }
}
