package dev.galley.ingest;

import static dev.galley.ingest.HostileSources.about;
import static dev.galley.ingest.HostileSources.each;
import static dev.galley.ingest.HostileSources.oneOf;
import static dev.galley.ingest.HostileSources.soup;

import dev.galley.ingest.HostileSources.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Markdown that is deep, long, broken, or more than Markdown. */
final class HostileMarkdown {
    private static final List<String> FRAGMENTS = List.of(
            "# Title\n",
            "## Key Takeaways\n",
            "### Why?\n",
            "## FAQ\n\n",
            "####### seven\n",
            "Setext\n===\n",
            "\n\n",
            "\n",
            "- item\n",
            "  - [x] done\n",
            "1. one\n",
            "999999999) many\n",
            "> [!NOTE] A title\n> text\n",
            "> words\n> — Somebody\n",
            ":::note\ntext\n:::\n",
            "```python filename=\"a.py\" caption=\"*c*\"\nprint()\n```\n",
            "~~~\n",
            "````\n",
            "    indented\n",
            "| a | b |\n|:--|--:|\n| 1 | 2 | 3 |\n",
            "---\n",
            "***\n",
            "**Pro tip:** ",
            "💡 ",
            "*a **b* c** ~~d~~ ",
            "`code ``",
            "[text](https://example.com \"t\") ",
            "[ref][a] [a]\n\n[a]: /x\n",
            "![alt](https://example.com/a.png \"c\"){width=1 height=2}\n",
            "<iframe src=\"https://example.com/embed/1\"></iframe>\n",
            "<details><summary>Why?</summary>\n\nSo.\n\n</details>\n",
            "<!-- as-is -->\n",
            "<b>raw</b> &amp; &#0; &#x110000; \\\n",
            "\t\\*\\_ ",
            "What is it?\n",
            "Term\n: definition\n");

    private HostileMarkdown() {}

    static List<Kind> kinds() {
        return Stream.of(nesting(), lengths(), inline(), blocks(), markup())
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<Kind> nesting() {
        return Stream.of(
                kind("10,000 quotes in quotes", random -> "# T\n\n" + ">".repeat(10_000) + " deep"),
                kind("quotes and lists in turn", random -> "> - 1. ".repeat(about(2_000, random)) + "deep"),
                kind("10,000 lists in lists on one line", random -> "- ".repeat(10_000) + "deep"),
                kind("lists in lists by indentation", random -> each(300, depth -> "  ".repeat(depth) + "- item\n")),
                kind("10,000 [", random -> "[".repeat(10_000)),
                kind("10,000 ![ with ends", random -> "![".repeat(10_000) + "](x)".repeat(about(10_000, random))),
                kind("alerts in alerts", random -> each(200, depth -> "> ".repeat(depth + 1) + "[!NOTE]\n")),
                kind("fences of colons in each other", random -> ":::note\n".repeat(about(2_000, random))),
                kind("details in details", random -> "<details><summary>Why?</summary>\n\n"
                        .repeat(about(2_000, random))),
                kind(
                        "headings 10 levels deep",
                        random -> each(10, level -> "#".repeat(level + 1) + " Level\n\ntext\n\n")),
                kind("headings that skip and fall back", HostileMarkdown::jumpingHeadings));
    }

    private static Stream<Kind> lengths() {
        return Stream.of(
                kind("one line of a million characters", random -> "word ".repeat(200_000)),
                kind("one word of 500,000 characters", random -> "w".repeat(500_000)),
                kind(
                        "a title of 10,000 characters",
                        random -> "# " + "Title ".repeat(about(4_000, random)) + "\n\ntext"),
                kind("5,000 headings", random -> each(5_000, i -> "## Heading " + i + "\n\ntext\n\n")),
                kind("5,000 headings with the same words", random -> "## The same\n".repeat(5_000)),
                kind("50,000 blank lines", random -> "a\n" + "\n".repeat(50_000) + "b"),
                kind("5,000 paragraphs", random -> "paragraph\n\n".repeat(5_000)),
                kind(
                        "1,000 questions",
                        random -> "# T\n\n## FAQ\n\n" + each(1_000, i -> "### Why " + i + "?\n\nSo.\n\n")),
                kind("1,000 takeaways", random -> "# T\n\n## TL;DR\n\n" + "- point\n".repeat(1_000)),
                kind("a table of 500 columns", random -> table(500, 20)),
                kind("a table of 5,000 ragged rows", HostileMarkdown::raggedTable));
    }

    private static Stream<Kind> inline() {
        return Stream.of(
                kind("emphasis that never ends", random -> "*a **b _c __d ".repeat(about(5_000, random))),
                kind("10,000 asterisks", random -> "*".repeat(10_000) + "a" + "*".repeat(about(10_000, random))),
                kind("runs of backticks, each longer", random -> each(400, i -> "`".repeat(i + 1) + " ")),
                kind("brackets and parentheses", random -> "[a](".repeat(about(5_000, random))),
                kind("a link's address in parentheses", random -> "[a](" + "(".repeat(5_000) + ")".repeat(5_000) + ")"),
                kind("10,000 <", random -> "<".repeat(10_000)),
                kind("autolinks that break off", random -> "<https://example.com/".repeat(about(3_000, random))),
                kind("entities", random -> "&amp;&#0;&#xD800;&#x110000;&nosuch;&".repeat(about(3_000, random))),
                kind("backslashes", random -> "\\".repeat(10_000) + "\n"),
                kind("hard breaks", random -> "a  \nb\\\n".repeat(about(3_000, random))),
                kind("links in links", random -> "[a ".repeat(500) + "](x)".repeat(500)),
                kind(
                        "references that name each other",
                        random -> "[a][b] [b][a]\n\n[a]: <b>\n[b]: <a> '[a]'\n[c]: [a]\n"),
                kind("5,000 references", random -> each(5_000, i -> "[r" + i + "]: /x\n") + "\n[r1] [R2][] [no]"),
                kind("links that run", HostileMarkdown::runningLinks));
    }

    private static Stream<Kind> blocks() {
        return Stream.of(
                kind(
                        "a fence that never closes",
                        random -> "# T\n\n```sql\n" + "SELECT 1;\n".repeat(about(2_000, random))),
                kind("fences closed by other fences", random -> "```a\n~~~b\n````c\n~~~~\n".repeat(about(500, random))),
                kind("odd info strings", HostileMarkdown::oddInfo),
                kind("lists with huge numbers", random -> "999999999. a\n999999999999. b\n-1. c\n0. d\n"),
                kind("odd tasks", random -> "- [x]\n- [ ]\n- [X] a\n- [y] b\n- [ ]c\n  - [x] \n".repeat(20)),
                kind("an alert with no text", random -> "> [!INSIGHT]\n\n> [!NOSUCH] What\n\n> [!TIP]x\n\n>\n"),
                kind(
                        "takeaways and questions with nothing",
                        random -> "## Key Takeaways\n\n## FAQ\n\n### \n\n## FAQ\n"),
                kind("only headings with no words", random -> "#\n##\n###\n# #\n## ##\n"),
                kind("line ends of every kind", random -> "# T\r\ra\r\nb\u2028c\u2029d\u0085e\fg\u000Bh\r"),
                kind("tabs", random -> "\t\t-\ta\n\t1.\tb\n>\t\tc\n".repeat(about(500, random))),
                kind("fragments in any order", random -> soup(FRAGMENTS, about(400, random), random)),
                kind("fragments with no line ends between", HostileMarkdown::gluedFragments));
    }

    private static Stream<Kind> markup() {
        return Stream.of(
                kind("scripts", random -> "<script>alert(1)</script>\n\na <script>b</script>\n\n<SCRIPT\n>alert(1)"),
                kind(
                        "styles and frames",
                        random -> "<style>*{}</style>\n\n<iframe src=\"javascript:alert(1)\"></iframe>\n"),
                kind("a frame with an odd address", HostileMarkdown::oddFrame),
                kind("a comment that never ends", random -> "# T\n\n<!-- " + "- text\n".repeat(about(3_000, random))),
                kind("an instruction that never ends", random -> "<?php\n\n<![CDATA[\n\n<!DOCTYPE\n".repeat(200)),
                kind("10,000 <div> in Markdown", random -> "<div>".repeat(10_000) + "\n\ntext"),
                kind("tags in the midst of words", random -> "a<b>c</i>d<img src=x onerror=alert(1)>e\n".repeat(300)),
                kind("HTML said to be Markdown", random -> HostileHtml.soupOfTags(random)));
    }

    private static Kind kind(String description, Function<Random, String> text) {
        return Kind.text("text/markdown", description, text);
    }

    private static String jumpingHeadings(Random random) {
        return each(300, i -> "#".repeat(1 + random.nextInt(6)) + " H" + random.nextInt(20) + "\n\n");
    }

    private static String table(int columns, int rows) {
        return "|" + " h |".repeat(columns) + "\n|" + " :-: |".repeat(columns) + "\n"
                + ("|" + " c |".repeat(columns) + "\n").repeat(rows);
    }

    private static String raggedTable(Random random) {
        return table(5, 1) + each(5_000, i -> "|" + " \\| `|` |".repeat(random.nextInt(10)) + "\n");
    }

    private static String runningLinks(Random random) {
        List<String> addresses = List.of(
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java&#x0A;script:alert(1)",
                "<java\tscript:alert(1)>",
                "&#1;javascript:alert(1)",
                "vbscript:x",
                "data:text/html;base64,PHNjcmlwdD4=",
                "//example.com\\@evil",
                "https://user:pass@example.com:99999/",
                "http://[::1",
                "%00%zz",
                "#",
                "<>",
                "https://example.com/" + "a".repeat(10_000));
        return each(200, i -> "[a](" + oneOf(addresses, random) + ") ![b](" + oneOf(addresses, random) + ")\n\n");
    }

    private static String oddInfo(Random random) {
        List<String> infos = List.of(
                "filename=\"",
                "a b c d",
                "python filename=\"&quot;\" filename=\"b\"",
                "{.python #id .line-numbers}",
                "caption='*a* <b>'",
                "x".repeat(10_000),
                "=\"\"",
                "\0\uFEFF");
        return each(50, i -> "~~~ " + oneOf(infos, random) + "\ncode\n~~~\n\n");
    }

    private static String oddFrame(Random random) {
        List<String> sources = List.of(
                "//example.com/a", "http://example.com/", "", "data:text/html,x", "https://", "https://\"onload=x");
        return each(20, i -> "<iframe src='" + oneOf(sources, random) + "' title='a\"b'>inner</iframe>\n\n");
    }

    private static String gluedFragments(Random random) {
        return soup(FRAGMENTS, about(600, random), random).replace("\n", random.nextBoolean() ? "" : " ");
    }
}
