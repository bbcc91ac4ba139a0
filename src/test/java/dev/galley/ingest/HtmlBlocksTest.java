package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.Divider;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.ListBlock.Style;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.document.block.Table;
import dev.galley.document.block.Table.Align;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each element of an article and the block it becomes. */
class HtmlBlocksTest {
    private final List<ImportWarning> warnings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a <b> bold </b>word                 | a **bold** word
            <b>one</b><strong>two</strong>      | **onetwo**
            <b>one</b> <b>two</b>               | **one** **two**
            <em>a <em>b</em></em>               | *a b*
            <i></i>x<b> </b>y                   | x y
            <i>a <b>b</b> c</i>                 | *a **b** c*
            <code>a  b</code>                   | `a b`
            <kbd>x</kbd><samp>y</samp>          | `xy`
            <del>old</del> <s>gone</s>          | ~~old~~ ~~gone~~
            <a href="https://e.org">x</a>       | [x](https://e.org)
            <a href="https://e.org"> x</a>y     | [x](https://e.org)y
            <a href="#part">x</a>               | [x](#part)
            <a href="javascript:a()">x</a>      | x
            <a href="http://">x</a>             | x
            <a name=here>x</a>                  | x
            <span style="font-weight:700">x</span> | **x**
            <b style="font-weight:normal">x</b> | x
            2*3*4 &lt;b>                        | 2\\*3\\*4 \\<b\\>
            <mark>a</mark> <u>b</u> x<sup>2</sup> | a b x2
            <q>a</q>                            | “a”
            """)
    void inlineElementsBecomeInlineMarkdown(String html, String text) {
        assertEquals(List.of(new Paragraph(text)), blocks("<p>" + html + "</p>"));
    }

    @Test
    void aBreakIsKeptAndTwoMakeParagraphs() {
        assertEquals(List.of(new Paragraph("a\\\nb"), new Paragraph("c")), blocks("<p>a<br>b<br> <br>c<br></p>"));
    }

    @Test
    void textInAContainerIsAParagraph() {
        assertEquals(
                List.of(new Paragraph("a b"), new Paragraph("c"), new Paragraph("d")),
                blocks("<div>a <custom-tag>b</custom-tag><section>c</section>d</div>"));
    }

    @Test
    void listsNest() {
        ListBlock inner = new ListBlock(Style.ORDERED, List.of(new Item("b")));
        assertEquals(
                List.of(new ListBlock(
                        Style.BULLET,
                        List.of(
                                new Item("a", null, List.of(inner)),
                                new Item("c", null, List.of(new Paragraph("d")))))),
                blocks("<ul><li>a<ol><li>b</ol></li><li><p>c</p><p>d</p></li></ul>"));
    }

    @Test
    void aListThatStandsBetweenItemsBelongsToTheOneBefore() {
        ListBlock inner = new ListBlock(Style.BULLET, List.of(new Item("b")));
        assertEquals(
                List.of(new ListBlock(Style.BULLET, List.of(new Item("a", null, List.of(inner)), new Item("c")))),
                blocks("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>"));
    }

    @Test
    void checkBoxesMakeTasks() {
        assertEquals(
                List.of(new ListBlock(
                        Style.TASK, List.of(new Item("a", true, List.of()), new Item("b", false, List.of())))),
                blocks(
                        "<ul><li><input type=checkbox checked disabled> a<li><label><input type=checkbox> b</label></ul>"));
        assertEquals(List.of(), warnings);
    }

    @Test
    void listsKeepTheirStart() {
        assertEquals(
                List.of(new ListBlock("", Style.ORDERED, 4, List.of(new Item("a")))), blocks("<ol start=4><li>a</ol>"));
    }

    @Test
    void definitionsBecomeAListWithAWarning() {
        assertEquals(
                List.of(new ListBlock(Style.BULLET, List.of(new Item("**Pump**: moves *water*")))),
                blocks("<dl><dt>Pump</dt><dd>moves <i>water</i></dd></dl>"));
        assertEquals(List.of(ImportWarning.BLOCK_CONVERTED), codes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre><code class='language-go'>a(\n  b)</code></pre>",
                "<pre lang=x class='lang-go'>a(\n  b)\n</pre>",
                "<div class='highlight highlight-source-go'><pre>a(\n  b)</pre></div>",
                "<pre class='brush: go'>a(<br>  b)</pre>",
                "<pre data-lang=Go>a(\n  b)</pre>",
                "<pre><code class='hljs go'>a(\n  <span>b</span>)\n</code></pre>",
                "<pre class='sourceCode go'>a(\n  b)</pre>",
                "<pre data-lang=go><span class=lineno>1</span>a(\n<span class=lineno>2</span>  b)</pre>",
                "<pre data-lang=go><div>a(</div><div>  b)</div></pre>",
                "<table class=highlight data-lang=go><tr><td class=gutter><pre>1\n2</pre></td><td><pre data-lang=go>a(\n  b)</pre></td></tr></table>"
            })
    void codeIsKeptToTheLetter(String html) {
        assertEquals(List.of(new Code("a(\n  b)", "go")), blocks(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<blockquote><p>Words</p><footer>— Ada</footer></blockquote>",
                        "<blockquote>Words<cite>Ada</cite></blockquote>",
                "<blockquote><p>Words</p><p><cite>Ada</cite></p></blockquote>",
                        "<blockquote><p>Words</p><p>— Ada</p></blockquote>",
                "<figure><blockquote>Words</blockquote><figcaption>— Ada</figcaption></figure>"
            })
    void quotesNameTheirSource(String html) {
        assertEquals(List.of(new Quote(List.of(new Paragraph("Words")), "Ada")), blocks(html));
    }

    @Test
    void picturesTakeTheirCaptionAndSize() {
        assertEquals(
                List.of(new Image("", "https://e.org/p.png", "Pump", "A *pump*", 640, 480)),
                blocks("<figure><img src='https://e.org/p.png' alt=Pump width=640 height=480px>"
                        + "<figcaption>A <i>pump</i></figcaption></figure>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img data-src='https://e.org/p.png' src='data:image/gif;base64,x'>",
                        "<img srcset='https://e.org/p.png 1x, q.png 2x'>",
                "<picture><source srcset='https://e.org/p.png'><img></picture>", "<img src='https://e.org/p.png'>",
                "<a href='https://e.org/p.png'><img src='https://e.org/p.png'></a>"
            })
    void picturesAreFoundWhereTheyHide(String html) {
        assertEquals(List.of(new Image("https://e.org/p.png", null, null)), blocks(html));
        assertEquals(List.of(), warnings);
    }

    @Test
    void aPictureSplitsItsParagraph() {
        assertEquals(
                List.of(new Paragraph("**a**"), new Image("https://e.org/p.png", null, null), new Paragraph("**b**")),
                blocks("<p><b>a <img src='https://e.org/p.png'> b</b></p>"));
    }

    @Test
    void tablesAreRead() {
        assertEquals(
                List.of(new Table(List.of("A", "B"), List.of(List.of("1", "**2**")), List.of(Align.LEFT, Align.RIGHT))),
                blocks("<table><thead><tr><th>A<th align=right>B</thead><tr><td>1<td><b>2</b></table>"));
        assertEquals(List.of(), warnings);
    }

    @Test
    void whatATableCannotHoldIsToldOf() {
        assertEquals(
                List.of(
                        new Paragraph("Pumps"),
                        new Table(List.of("a", ""), List.of(List.of("1\\\n2", "x y")), List.of())),
                blocks("<table><caption>Pumps</caption><tr><td colspan=2>a<tr><td><p>1</p><p>2</p>"
                        + "<td><table><tr><td>x<td>y</table></table>"));
        assertEquals(5, warnings.size());
    }

    @Test
    void tablesForLayoutAreLookedThrough() {
        assertEquals(
                List.of(new Paragraph("a"), new Paragraph("b")),
                blocks("<table role=presentation><tr><td>a<td>b</table>"));
    }

    @Test
    void framesAreEmbedded() {
        assertEquals(
                List.of(new Embed("https://www.youtube.com/embed/x", "youtube", "Pump")),
                blocks("<iframe src='//www.youtube.com/embed/x' title=Pump></iframe>"));
        assertEquals(
                List.of(new Paragraph("[http://e.org/x](http://e.org/x)")),
                blocks("<iframe src='http://e.org/x'></iframe>"));
        assertEquals(List.of(ImportWarning.BLOCK_CONVERTED), codes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <aside><p>💡 <strong>Pro Insight:</strong> x</p></aside>                       | INSIGHT | Pro Insight
            <aside><p>x</p></aside>                                                        | NOTE    |
            <div class="alert alert-warning">x</div>                                       | WARNING |
            <div class="admonition tip"><p class="admonition-title">Do</p><p>x</p></div>   | TIP     | Do
            <div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p>x</div> | NOTE |
            <div role=note><b>Mind this</b><p>x</p></div>                                  | NOTE    | Mind this
            <section class="callout"><h4>Caution</h4>x</section>                           | CAUTION | Caution
            <p class="note">x</p>                                                          | NOTE    |
            <aside class="callout" data-kind="important"><p><strong>A b c</strong></p><p>x</p></aside> | IMPORTANT | A b c
            """)
    void boxesAreCallOuts(String html, Callout.Kind kind, String title) {
        assertEquals(List.of(new Callout(kind, title, List.of(new Paragraph("x")))), blocks(html));
    }

    @Test
    void whatHasNoPlaceIsNamedInAWarning() {
        assertEquals(
                List.of(new Paragraph("a b"), new Divider()),
                blocks("<p>a <svg><text>drawn</text></svg><button>Press</button> b<script>x</script></p><hr>"));
        assertEquals(List.of(ImportWarning.HTML_DROPPED, ImportWarning.HTML_DROPPED), codes());
    }

    @Test
    void detailsOutsideQuestionsLoseNothing() {
        List<Piece> pieces = pieces("<details><summary>More</summary><p>Here.</p></details>");
        assertEquals(List.of(new Piece.Question("More", List.of(new Paragraph("Here.")), 0)), pieces);
    }

    private List<Block> blocks(String html) {
        return Outline.blocks(pieces(html), warnings);
    }

    private List<Piece> pieces(String html) {
        return HtmlReader.pieces(Jsoup.parseBodyFragment(html).body(), warnings);
    }

    private List<String> codes() {
        return warnings.stream().map(ImportWarning::code).toList();
    }
}
