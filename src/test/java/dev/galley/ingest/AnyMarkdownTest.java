package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.GeneratedDocuments;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Blocks;
import dev.galley.text.InlineText;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jsoup.nodes.Entities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is given as Markdown imports, and no word of it goes missing in silence. */
class AnyMarkdownTest {
    private static final int TEXTS = 3_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!?][^>]*>", Pattern.DOTALL);

    private static final List<String> STARTS = List.of(
            "",
            "",
            "# ",
            "## ",
            "### ",
            "###### ",
            "> ",
            ">> ",
            "- ",
            "1. ",
            "    ",
            "  - ",
            "```",
            "| ",
            "---",
            "===",
            "- [x] ",
            "> [!TIP] ",
            ":::note ",
            ":::",
            "![",
            "<div>",
            "</div>",
            "<details>",
            "<summary>",
            "</summary>",
            "</details>",
            "## FAQ",
            "## Key Takeaways",
            "**",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<table>",
            "> — ",
            "💡 ",
            "**Note:** ",
            "<b>",
            "{#a}",
            "\t");

    /** Words that turn into structure: headings that announce, names of call-outs, anchors. */
    private static final String STRUCTURE = "FAQ Key Takeaways note tip anchor";

    @Test
    void noWordIsLostInSilence() {
        for (long seed = 1; seed <= TEXTS; seed++) {
            String markdown = markdown(seed);
            Imported imported = Importer.markdown(markdown);
            if (imported.warnings().stream().anyMatch(AnyMarkdownTest::saysThatWordsWereDropped)) {
                continue;
            }
            String kept = squeezed(everything(imported.document()) + imported.warnings() + STRUCTURE);
            Set<String> lost = words(visible(markdown));
            // The numbers of a list's items show, but are no words.
            lost.removeIf(word -> kept.contains(word) || word.matches("\\d{1,2}"));
            assertTrue(lost.isEmpty(), () -> "Lost " + lost + " of\n" + markdown + "\n" + imported);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "> - ",
                "- ",
                "1. ",
                "*a ",
                "**",
                "[",
                "![",
                "<b>",
                "<",
                "<details>\n\n",
                ":::note\n",
                "`",
                "|",
                "{a} ",
                "a\n",
                "a|\n"
            })
    void whatIsMadeToExhaustTheServerImports(String part) {
        String hostile = part.repeat(40_000) + "\nend";
        Imported imported = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Importer.markdown(hostile));
        assertTrue(everything(imported.document()).contains("end"));
    }

    private static boolean saysThatWordsWereDropped(ImportWarning warning) {
        return warning.code().equals(ImportWarning.HTML_DROPPED);
    }

    private static String markdown(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int lines = 1 + random.nextInt(12);
        for (int i = 0; i < lines; i++) {
            text.append(STARTS.get(random.nextInt(STARTS.size())))
                    .append(random.nextInt(4) == 0 ? "" : GeneratedDocuments.characters(seed * 100 + i))
                    .append(random.nextInt(2) == 0 ? "\n\n" : "\n");
        }
        return text.toString();
    }

    /** What CommonMark itself would show, tags taken away. */
    private static String visible(String markdown) {
        Parser parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        TextContentRenderer renderer = TextContentRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build();
        String text = MarkdownInline.children(parser.parse(markdown)).stream()
                .map(renderer::render)
                .collect(Collectors.joining("\n"));
        return Entities.unescape(TAG.matcher(text).replaceAll(" "));
    }

    static String everything(ArticleDocument document) {
        return Stream.of(
                        Stream.of(document.toString(), document.title()),
                        document.allSections().map(Section::heading),
                        document.blockLists().map(Blocks::plain),
                        document.takeaways().stream().map(Takeaway::text).map(InlineText::plain),
                        document.faqs().stream().map(Faq::question))
                .flatMap(parts -> parts)
                .collect(Collectors.joining("\n"));
    }

    /** Letters and digits alone, since markup between them may be gone or come. */
    private static String squeezed(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
    }
}
