package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextReaderTest {
    @Test
    void theFirstLineIsTheTitle() {
        ArticleDocument document = read("How Pumps Work\nA pump moves water.");
        assertEquals("How Pumps Work", document.title());
        assertEquals(List.of(new Paragraph("A pump moves water.")), document.lead());
    }

    @Test
    void aFirstLineThatIsASentenceIsNoTitle() {
        Imported imported = Importer.plainText("A pump moves water.\nIt is loud.");
        assertEquals(2, imported.document().lead().size());
        assertTrue(codes(imported).contains(ImportWarning.TITLE_GUESSED));
    }

    @Test
    void shortLinesWithoutAnEndAreHeadings() {
        assertEquals(List.of("Where Water Comes From", "Why is it wet?"), headings("""
                How Pumps Work
                A pump moves water.
                Where Water Comes From
                It comes from above.
                Why is it wet?
                Nobody knows.
                """));
    }

    @Test
    void aLineThatEndsInAColonIsNoHeading() {
        assertEquals(List.of(), headings("Pumps\nA pump moves water.\nWhat you need:\nA pump."));
    }

    @Test
    void bylinesAndDatesAreNoHeadings() {
        assertEquals(List.of(), headings("Pumps\nBy Ada Lovelace\nMarch 3, 2026\n5 min read\nA pump moves water."));
    }

    @Test
    void aHeadingBeforeAHeadingIsItsParent() {
        Imported imported = Importer.plainText("""
                How Pumps Work
                A pump moves water.
                Kinds of Pumps
                Hand Pumps
                You move them.
                Wind Pumps
                The wind moves them.
                Where to Buy
                There are two places. They are:
                - here
                - there
                What Is Next
                More pumps.
                """);
        Section kinds = imported.document().sections().get(0);
        assertEquals(
                List.of("Kinds of Pumps", "Where to Buy", "What Is Next"),
                imported.document().sections().stream().map(Section::heading).toList());
        assertEquals(
                List.of("Hand Pumps", "Wind Pumps"),
                kinds.sections().stream().map(Section::heading).toList());
        assertEquals(List.of(ImportWarning.LEVELS_GUESSED), codes(imported));
    }

    @Test
    void numbersSayTheLevels() {
        Imported imported = Importer.plainText("""
                How Pumps Work

                1. Introduction

                A pump moves water.

                1.1 Scope

                All pumps.

                2. History

                Long ago.
                """);
        assertEquals(2, imported.document().sections().size());
        assertEquals(
                "1.1 Scope",
                imported.document().sections().get(0).sections().get(0).heading());
        assertEquals(List.of(), codes(imported));
    }

    @Test
    void underlinesSayTheLevels() {
        Imported imported = Importer.plainText("""
                How Pumps Work
                ==============

                A pump moves water.

                History
                -------

                Long ago.

                Today
                -----

                They are loud.
                """);
        assertEquals("How Pumps Work", imported.document().title());
        assertEquals(
                List.of("History", "Today"),
                imported.document().sections().stream().map(Section::heading).toList());
        assertEquals(List.of(), codes(imported));
    }

    @Test
    void headingsInCapitalsStandAboveOthers() {
        ArticleDocument document = read("""
                How Pumps Work
                HISTORY
                Long ago.
                Early Days
                They were small.
                CONCLUSION
                They grew.
                """);
        assertEquals(2, document.sections().size());
        assertEquals("Early Days", document.sections().get(0).sections().get(0).heading());
    }

    @Test
    void brokenLinesAreJoined() {
        ArticleDocument document = read("""
                How Pumps Work

                A pump moves water from where it is to where somebody wants it to
                be, and it has done so for long.

                It is loud.
                """);
        assertEquals(
                List.of(
                        new Paragraph("A pump moves water from where it is to where somebody wants it to be, and it has"
                                + " done so for long."),
                        new Paragraph("It is loud.")),
                document.lead());
    }

    @Test
    void listsNestByIndentation() {
        ListBlock list = (ListBlock) read("""
                Pumps
                You need:
                • a pump
                • water
                    – cold
                    – clean
                • time
                """).lead().get(1);
        assertEquals(3, list.items().size());
        assertEquals(
                2, ((ListBlock) list.items().get(1).blocks().get(0)).items().size());
    }

    @Test
    void numberedListsKeepTheirStart() {
        ListBlock list =
                (ListBlock) read("Pumps\nGo on:\n3) pump\n4) rest").lead().get(1);
        assertEquals(ListBlock.Style.ORDERED, list.style());
        assertEquals(3, list.start());
    }

    @Test
    void boxesMakeTasks() {
        ListBlock list =
                (ListBlock) read("Pumps\nTo do:\n- [x] pump\n- [ ] rest").lead().get(1);
        assertEquals(
                List.of(true, false),
                list.items().stream().map(ListBlock.Item::checked).toList());
    }

    @Test
    void codeIsFoundAmongLines() {
        List<Block> blocks = read("""
                Pumps
                Call it like this:
                import pumps
                # A pump that is simple
                pump = pumps.Pump([
                loud,
                big
                ])
                pump.start(speed=3)
                And wait for the water.
                """).lead();
        assertEquals(3, blocks.size());
        assertEquals(
                new Code(
                        "import pumps\n# A pump that is simple\npump = pumps.Pump([\nloud,\nbig\n])\npump.start(speed=3)",
                        "python"),
                blocks.get(1));
    }

    @Test
    void indentedAndFencedCodeIsCode() {
        List<Block> blocks = read("Pumps\n\nSee:\n\n    int pump();\n      loud();\n\n```sql\nSELECT 1\n```\n")
                .lead();
        assertEquals("int pump();\n  loud();", ((Code) blocks.get(1)).code());
        assertEquals(new Code("SELECT 1", "sql"), blocks.get(2));
    }

    @Test
    void languagesAreGuessed() {
        assertEquals("javascript", CodeLanguage.guess("const a = require('x');\nconsole.log(a);"));
        assertEquals("java", CodeLanguage.guess("import java.util.List;\npublic class Pump {\n}"));
        assertEquals("sql", CodeLanguage.guess("SELECT a\nFROM b\nWHERE c = 1;"));
        assertEquals("bash", CodeLanguage.guess("$ pump --fast\nnpm install pumps"));
        assertEquals("go", CodeLanguage.guess("package main\nfunc main() {\n\tfmt.Println(1)\n}"));
        assertEquals("rust", CodeLanguage.guess("fn main() {\n    let mut a = 1;\n    println!(\"{}\", a);\n}"));
        assertEquals("json", CodeLanguage.guess("{\n  \"a\": 1\n}"));
        assertEquals("yaml", CodeLanguage.guess("server:\n  port: 80"));
        assertEquals(null, CodeLanguage.guess("plain words"));
    }

    @Test
    void aLabelMakesACallOut() {
        ArticleDocument document = read("""
                Pumps
                A pump moves water.
                Pro Insight
                💡 Pro Insight: Loud pumps are old pumps.
                Warning: Don't drink it.
                """);
        assertEquals(
                List.of(
                        new Paragraph("A pump moves water."),
                        new Callout(
                                Callout.Kind.INSIGHT,
                                "Pro Insight",
                                List.of(new Paragraph("Loud pumps are old pumps."))),
                        new Callout(Callout.Kind.WARNING, "Warning", List.of(new Paragraph("Don't drink it.")))),
                document.lead());
    }

    @Test
    void takeawaysNeedNoBullets() {
        ArticleDocument document = read("Pumps\nA pump moves water.\nKey Takeaways\nPumps pump.\nWater flows.");
        assertEquals(List.of(new Takeaway("Pumps pump."), new Takeaway("Water flows.")), document.takeaways());
        assertEquals(List.of(), document.sections());
    }

    @Test
    void linesThatAskAreQuestions() {
        ArticleDocument document = read("""
                Pumps
                A pump moves water.
                Frequently Asked Questions
                Is it loud?
                Yes.
                2. Is it big?
                It depends. Look:
                - small ones
                - big ones
                That is all for now.
                """);
        assertEquals(
                List.of("Is it loud?", "Is it big?"),
                document.faqs().stream().map(Faq::question).toList());
        assertEquals(3, document.faqs().get(1).answer().size());
    }

    @Test
    void labelsOfQuestionsAndAnswersAreLeftOut() {
        ArticleDocument document = read("Pumps\nIt pumps.\nFAQ\nQ: Is it loud?\nA: Yes.\nQ: Tell me more\nA: No.");
        assertEquals(
                List.of(
                        new Faq("Is it loud?", List.of(new Paragraph("Yes."))),
                        new Faq("Tell me more", List.of(new Paragraph("No.")))),
                document.faqs());
    }

    @Test
    void aHeadingEndsTheQuestions() {
        ArticleDocument document = read("Pumps\nIt pumps.\nFAQ\nIs it loud?\nYes.\nFinal Thoughts\nPump on.");
        assertEquals(
                List.of("Final Thoughts"),
                document.sections().stream().map(Section::heading).toList());
    }

    @Test
    void markupIsText() {
        assertEquals(
                List.of(new Paragraph("\\*Stars\\* and \\<b\\>tags\\</b\\> stay.")),
                read("Pumps\n*Stars* and <b>tags</b> stay.").lead());
    }

    @Test
    void anAddressAloneIsALink() {
        assertEquals(
                List.of(new Paragraph("[https://example.org/a](https://example.org/a)")),
                read("Pumps\nhttps://example.org/a").lead());
    }

    private static ArticleDocument read(String text) {
        return Importer.plainText(text).document();
    }

    private static List<String> headings(String text) {
        return read(text).allSections().map(Section::heading).toList();
    }

    private static List<String> codes(Imported imported) {
        return imported.warnings().stream().map(ImportWarning::code).toList();
    }
}
