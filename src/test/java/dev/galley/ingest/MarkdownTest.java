package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Callout.Kind;
import dev.galley.document.block.Code;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.document.block.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void theFirstH1IsTheTitleAndOthersAreSections() {
        ArticleDocument document = document("# Bees\n\nThey fly.\n\n## Wings\n\n# Hives\n\n## Wax\n");
        assertEquals("Bees", document.title());
        assertEquals(List.of(paragraph("They fly.")), document.lead());
        assertEquals(List.of("Wings", "Hives", "Wax"), headings(document));
        assertEquals(
                List.of("Wings", "Hives"),
                document.sections().stream().map(Section::heading).toList());
    }

    @Test
    void aTitleInFrontMatterWinsAndADifferentH1BecomesTheFirstSection() {
        ArticleDocument document = document("---\ntitle: Bees\n---\n# On wings\n\nThey fly.\n");
        assertEquals("Bees", document.title());
        assertEquals(List.of("On wings"), headings(document));
        assertEquals(List.of(), headings(document("---\ntitle: Bees\n---\n# Bees\n\nThey fly.\n")));
    }

    @Test
    void withoutAHeadingTheTitleIsGuessedAndNoWordIsLost() {
        Imported imported = Importer.markdown("Bees fly far. They come back.");
        assertEquals("Bees fly far.", imported.document().title());
        assertEquals(
                List.of(paragraph("Bees fly far. They come back.")),
                imported.document().lead());
        assertWarns(imported, ImportWarning.TITLE_GUESSED);
        assertWarns(Importer.markdown(""), ImportWarning.TITLE_GUESSED);
    }

    @Test
    void levelsThatSkipAreClosedUp() {
        Section first = document("# T\n\n## A\n\n#### B\n\n## C\n").sections().get(0);
        assertEquals(
                List.of("B"), first.sections().stream().map(Section::heading).toList());
    }

    @Test
    void aHeadingCalledTldrWithAListBecomesTakeaways() {
        ArticleDocument document = document("# T\n\n## TL;DR\n\n- One *thing*\n- Two\n\n## Rest\n");
        assertEquals(List.of(new Takeaway("One *thing*"), new Takeaway("Two")), document.takeaways());
        assertEquals(List.of("Rest"), headings(document));
    }

    @Test
    void aHeadingCalledTldrWithoutAListStaysASection() {
        assertEquals(List.of("TL;DR"), headings(document("# T\n\n## TL;DR\n\nShort.\n")));
    }

    @Test
    void whatStandsBesideTheTakeawaysStaysASectionWithAWarning() {
        Imported imported = Importer.markdown("# T\n\n## Key Takeaways\n\nMind:\n\n- One\n  - Inner\n- Two\n");
        assertEquals(
                List.of(new Takeaway("One"), new Takeaway("Inner"), new Takeaway("Two")),
                imported.document().takeaways());
        assertEquals(
                List.of(paragraph("Mind:")),
                imported.document().sections().get(0).blocks());
        assertWarns(imported, ImportWarning.BLOCK_CONVERTED);
    }

    @Test
    void questionsMayBeHeadings() {
        assertFaqs("### Do they *sting*?\n\nSome do.\n\n### Why?\n\nFear.\n\nEnd.", "Do they sting?", "Why?");
    }

    @Test
    void questionsMayBeLinesInBold() {
        assertFaqs("**Do they sting?**\n\nSome do.\n\n**Why?**\nFear.", "Do they sting?", "Why?");
    }

    @Test
    void questionsMayBeDetails() {
        assertFaqs(
                "<details>\n<summary>Do they sting?</summary>\n\nSome *do*.\n\n</details>\n\n"
                        + "<details><summary>Why?</summary>Fear.</details>",
                "Do they sting?",
                "Why?");
    }

    @Test
    void questionsMayBeLinesThatAsk() {
        assertFaqs("Do they sting?\n\nSome do.\n\nWhy?\n\nFear.", "Do they sting?", "Why?");
    }

    @Test
    void aTrailingParagraphStaysInTheLastAnswer() {
        List<Faq> faqs =
                document("# T\n\n## FAQ\n\n### Why?\n\nFear.\n\nWrite to us.\n").faqs();
        assertEquals(
                List.of(paragraph("Fear."), paragraph("Write to us.")),
                faqs.get(0).answer());
    }

    @Test
    void textBeforeTheFirstQuestionIsKeptWithAWarning() {
        Imported imported = Importer.markdown("# T\n\n## FAQ\n\nYou asked.\n\n### Why?\n\nFear.\n");
        assertEquals(
                List.of(paragraph("You asked.")),
                imported.document().sections().get(0).blocks());
        assertWarns(imported, ImportWarning.BLOCK_CONVERTED);
    }

    @Test
    void faqsWithoutAQuestionStayASection() {
        ArticleDocument document = document("# T\n\n## FAQ\n\nNobody asked.\n");
        assertEquals(List.of("FAQ"), headings(document));
        assertEquals(List.of(), document.faqs());
    }

    @Test
    void aParagraphThatBeginsWithALabelIsACallout() {
        assertEquals(callout(Kind.TIP, "Pro tip", "Smoke."), block("**Pro tip:** Smoke."));
        assertEquals(callout(Kind.NOTE, "Note", "Smoke."), block("> **Note**: Smoke."));
        assertEquals(callout(Kind.WARNING, null, "Hot."), block("⚠️ Hot."));
        assertEquals(callout(Kind.INSIGHT, "Pro Insight", "Hot."), block("💡 **Pro Insight:** Hot."));
    }

    @Test
    void anOrdinaryBoldStartIsNoCallout() {
        assertEquals(paragraph("**Alphabet** grew."), block("**Alphabet** grew."));
        assertEquals(paragraph("**Note** that it grew."), block("**Note** that it grew."));
    }

    @Test
    void aHeadingThatOnlySaysTheLabelIsAbsorbed() {
        ArticleDocument document =
                document("# T\n\n## A\n\nText.\n\n## Pro Insight\n\n💡 Pro Insight: Look.\n\n## B\n");
        assertEquals(List.of("A", "B"), headings(document));
        assertEquals(
                List.of(paragraph("Text."), callout(Kind.INSIGHT, "Pro Insight", "Look.")),
                document.sections().get(0).blocks());
    }

    @Test
    void whatIsMarkedAsIsAnnouncesNothing() {
        assertEquals(paragraph("**Note:** this"), block("<!-- as-is -->\n\n**Note:** this"));
        assertEquals(
                List.of("FAQ"),
                headings(document("# T\n\n<!-- as-is -->\n\n## FAQ\n\n### Why?\n"))
                        .subList(0, 1));
    }

    @Test
    void alertsAndFencesAreCallouts() {
        assertEquals(callout(Kind.INSIGHT, "Look", "Here."), block("> [!INSIGHT] Look\n> Here."));
        assertEquals(callout(Kind.CAUTION, "Hot *wax*", "Here."), block(":::danger Hot \\*wax\\*\nHere.\n:::"));
        Callout outer = (Callout) block(":::note\n:::tip\nInner.\n:::\n:::");
        assertEquals(List.of(callout(Kind.TIP, null, "Inner.")), outer.blocks());
    }

    @Test
    void anUnknownFenceBecomesANoteWithAWarning() {
        Imported imported = Importer.markdown("# T\n\n:::poem\nBuzz.\n:::");
        assertEquals(
                List.of(callout(Kind.NOTE, "poem", "Buzz.")),
                imported.document().lead());
        assertWarns(imported, ImportWarning.BLOCK_CONVERTED);
    }

    @Test
    void aFenceThatNeverEndsIsText() {
        assertEquals(List.of("A"), headings(document("# T\n\n:::note\n\n## A\n\nText.\n")));
    }

    @Test
    void codeKeepsWhatStandsBehindItsFence() {
        assertEquals(
                new Code("", "a\n\nb", "python", "a.py", "The *file*"),
                block("```python title=\"a.py\" caption=\"The *file*\"\na\n\nb\n```"));
        assertWarns(Importer.markdown("# T\n\n```js {1,2}\na\n```"), ImportWarning.BLOCK_CONVERTED);
    }

    @Test
    void aHeadingMayNameItsAnchor() {
        Section section = document("# T\n\n## Wings {#w-1}\n").sections().get(0);
        assertEquals("Wings", section.heading());
        assertEquals("w-1", section.anchor());
        assertEquals(
                "Wings {#w-1}",
                document("# T\n\n## Wings \\{#w-1}\n").sections().get(0).heading());
    }

    @Test
    void theLastLineOfAQuoteNamesItsAuthor() {
        assertEquals(new Quote(List.of(paragraph("Buzz.")), "A *bee*"), block("> Buzz.\n>\n> — A *bee*"));
        assertEquals(new Quote(List.of(paragraph("Buzz.")), "A bee"), block("> Buzz.\n> — A bee"));
    }

    @Test
    void aPictureOnItsOwnIsAnImageAndItsTitleTheCaption() {
        Image image = new Image("", "b.png", "A bee", "It flies", 640, 480);
        assertEquals(image, block("![A bee](b.png \"It flies\"){width=640 height=480}"));
    }

    @Test
    void aPictureInALineBecomesABlockWithAWarning() {
        Imported imported = Importer.markdown("# T\n\nBefore ![bee](b.png) after.");
        assertEquals(
                List.of(paragraph("Before"), new Image("b.png", "bee", null), paragraph("after.")),
                imported.document().lead());
        assertWarns(imported, ImportWarning.BLOCK_CONVERTED);
    }

    @Test
    void aLinkThatRunsIsKeptAsWords() {
        Imported imported = Importer.markdown("# T\n\n[Click](javascript:alert(1)) here.");
        assertEquals(List.of(paragraph("Click here.")), imported.document().lead());
        assertWarns(imported, ImportWarning.LINK_UNRESOLVED);
    }

    @Test
    void inlineHtmlIsTranslatedOrDroppedWithAWarning() {
        assertEquals(paragraph("**a** `b`\\\n[c](/d)"), block("<b>a</b> <code>b</code><br><a href=\"/d\">c</a>"));
        Imported imported = Importer.markdown("# T\n\nA <blink>b</blink> c.");
        assertEquals(List.of(paragraph("A b c.")), imported.document().lead());
        assertWarns(imported, ImportWarning.HTML_DROPPED);
    }

    @Test
    void commentsAreSilentUnlessTheySaySomething() {
        assertFalse(Importer.markdown("# T\n\n- a\n\n<!-- -->\n\n- b").warnings().stream()
                .findAny()
                .isPresent());
        assertWarns(Importer.markdown("# T\n\n<!-- todo: bees -->\n\nText."), ImportWarning.HTML_DROPPED);
    }

    @Test
    void framesAndBareVideoAddressesAreEmbeds() {
        Embed video = new Embed("https://youtu.be/abc", "youtube", null);
        assertEquals(video, block("https://youtu.be/abc"));
        assertEquals(video, block("<iframe src=\"https://youtu.be/abc\"></iframe>"));
    }

    @Test
    void listsHoldTasksAndBlocks() {
        ListBlock list = (ListBlock) block("- [x] done\n\n  more\n- [ ] open\n  1. inner");
        assertEquals(ListBlock.Style.TASK, list.style());
        assertEquals(true, list.items().get(0).checked());
        assertEquals(List.of(paragraph("more")), list.items().get(0).blocks());
        assertTrue(list.items().get(1).blocks().get(0) instanceof ListBlock);
        assertNull(((ListBlock) block("- \\[x] done")).items().get(0).checked());
    }

    @Test
    void aRowWithMoreCellsThanTheHeadGivesAWarning() {
        Imported imported = Importer.markdown("# T\n\n| a |\n| --- |\n| b | lost |\n");
        assertTrue(imported.document().lead().get(0) instanceof Table);
        assertTrue(imported.warnings().get(0).detail().contains("lost"));
    }

    @Test
    void blocksDeeperThanEightMoveUp() {
        Imported imported = Importer.markdown("# T\n\n" + "> ".repeat(12) + "deep");
        Block block = imported.document().lead().get(0);
        int depth = 1;
        while (block instanceof Quote quote) {
            block = quote.blocks().get(0);
            depth++;
        }
        assertEquals(8, depth);
        assertEquals(paragraph("deep"), block);
        assertWarns(imported, ImportWarning.BLOCK_CONVERTED);
    }

    private static void assertFaqs(String markdown, String... questions) {
        ArticleDocument document = document("# T\n\n## Frequently Asked Questions\n\n" + markdown + "\n");
        assertEquals(
                List.of(questions), document.faqs().stream().map(Faq::question).toList());
        assertTrue(document.faqs().stream().noneMatch(faq -> faq.answer().isEmpty()), markdown);
        assertEquals(List.of(), document.sections());
    }

    private static void assertWarns(Imported imported, String code) {
        List<String> codes =
                imported.warnings().stream().map(ImportWarning::code).toList();
        assertTrue(codes.contains(code), codes::toString);
    }

    private static ArticleDocument document(String markdown) {
        return Importer.markdown(markdown).document();
    }

    private static Block block(String markdown) {
        List<Block> lead = document("# T\n\n" + markdown).lead();
        assertEquals(1, lead.size(), lead::toString);
        return lead.get(0);
    }

    private static Paragraph paragraph(String text) {
        return new Paragraph(text);
    }

    private static Callout callout(Kind kind, @Nullable String title, String text) {
        return new Callout(kind, title, List.of(paragraph(text)));
    }

    private static List<String> headings(ArticleDocument document) {
        return document.allSections().map(Section::heading).toList();
    }
}
