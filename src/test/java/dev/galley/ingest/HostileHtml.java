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

/** HTML that is deep, long, broken, or meant to run. */
final class HostileHtml {
    private static final List<String> TAGS = List.of(
            "html",
            "head",
            "body",
            "main",
            "article",
            "section",
            "nav",
            "aside",
            "header",
            "footer",
            "div",
            "p",
            "h1",
            "h2",
            "h6",
            "h7",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tr",
            "th",
            "td",
            "caption",
            "pre",
            "code",
            "blockquote",
            "q",
            "cite",
            "figure",
            "figcaption",
            "picture",
            "img",
            "video",
            "iframe",
            "object",
            "details",
            "summary",
            "b",
            "i",
            "a",
            "s",
            "sup",
            "br",
            "hr",
            "span",
            "svg",
            "math",
            "style",
            "title",
            "template",
            "noscript",
            "select",
            "option",
            "form",
            "input",
            "button",
            "label",
            "font",
            "center",
            "x-own");

    private static final List<String> ATTRIBUTES = List.of(
            "",
            " id=a",
            " class=\"callout warning note\"",
            " href='javascript:alert(1)'",
            " src=//example.com/a.png",
            " onclick=alert(1)",
            " style='display:none'",
            " hidden",
            " colspan=3 rowspan=\"-2\"",
            " start=99999999999",
            " lang=xx-no",
            " itemscope itemtype=https://schema.org/FAQPage",
            " =\"",
            " a=\"'>");

    private static final List<String> WORDS = List.of(
            "words ",
            "Key Takeaways",
            "FAQ",
            "Why?",
            "\n\n",
            "&lt;b&gt; ",
            "&amp;amp;",
            "&#0;",
            "<",
            "&",
            "💡 ",
            "**a**");

    private HostileHtml() {}

    static List<Kind> kinds() {
        return Stream.of(nesting(), lengths(), running(), broken())
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<Kind> nesting() {
        return Stream.of(
                kind("10,000 div", random -> "<div>".repeat(10_000) + "deep"),
                kind("10,000 div, closed", random -> "<div>".repeat(10_000) + "deep" + "</div>".repeat(10_000)),
                kind("5,000 b that never end", random -> "<p><b>a".repeat(5_000)),
                kind("b and i that cross", random -> "<b><i>a</b></i>".repeat(about(3_000, random))),
                kind("a in a", random -> "<a href=x>".repeat(about(3_000, random)) + "deep"),
                kind("lists in lists", random -> "<ul><li>a".repeat(about(5_000, random))),
                kind("quotes in quotes", random -> "<blockquote><p>a".repeat(about(5_000, random))),
                kind("tables in tables", random -> "<table><tr><td>".repeat(about(1_000, random)) + "deep"),
                kind("details in details", random -> "<details><summary>Why?</summary>".repeat(about(2_000, random))),
                kind("sections with headings", random -> each(300, i -> "<section><h" + (i % 9 + 1) + ">H</h1><p>a")),
                kind("span in pre in code", random -> "<pre><code><span>".repeat(about(2_000, random)) + "x"));
    }

    private static Stream<Kind> lengths() {
        return Stream.of(
                kind("a text of a million characters", random -> "<p>" + "word ".repeat(200_000)),
                kind("5,000 headings", random -> each(5_000, i -> "<h2>Heading " + i + "</h2><p>text")),
                kind("10,000 br", random -> "<p>a" + "<br>".repeat(10_000) + "b"),
                kind("10,000 attributes", random -> "<p" + each(10_000, i -> " a" + i + "=x") + ">text"),
                kind("an attribute of 500,000 characters", random -> "<img src='" + "a".repeat(500_000) + "'>"),
                kind("a name of 50,000 characters", random -> "<" + "x".repeat(50_000) + ">text"),
                kind("a table of 500 columns", random -> "<table>" + ("<tr>" + "<td>c".repeat(500)).repeat(20)),
                kind("cells that span a million columns", random -> "<table><tr><td colspan=1000000 rowspan=1000000>a"
                        .repeat(20)),
                kind(
                        "cells that span less than nothing",
                        random -> "<table><tr><td colspan=0 rowspan=-1>a<td colspan=x>b"),
                kind("2,000 JSON-LD scripts", random -> "<script type=application/ld+json>{}</script>".repeat(2_000)));
    }

    private static Stream<Kind> running() {
        return Stream.of(
                kind("scripts", random -> "<script>a</script><SCRIPT>b</script ><script/x>c<p>text"),
                kind(
                        "handlers",
                        random -> "<img src=x onerror=alert(1)><body onload=alert(1)><svg/onload=alert(1)><p>a"),
                kind("links that run", HostileHtml::runningLinks),
                kind("other markup's scripts", HostileHtml::foreignScripts),
                kind("a base that runs", random -> "<base href='javascript:alert(1)//'><p><a href=x>a</a><img src=y>"),
                kind(
                        "frames of every kind",
                        random -> "<frameset><frame src=x><iframe srcdoc='<script>a'><embed src=y><object>z"),
                kind(
                        "forms",
                        random -> "<form action=javascript:x><input value='<b>'><textarea></form></textarea>text"),
                kind(
                        "meta that redirects and lies",
                        random -> "<meta http-equiv=refresh content='0;url=x'><meta charset=utf-7><p>a"),
                kind("styles", random -> "<style>@import 'x';</style><p style='background:url(javascript:x)'>a"),
                kind("entities of XML", HostileHtml::xmlBomb),
                kind("entities in entities", random -> "<p>" + "&amp;".repeat(about(20_000, random)) + "lt;script&gt;"),
                kind(
                        "entities that are none",
                        random -> "<p>&#x110000;&#xD800;&#0;&#99999999999;&nosuch;&CounterClockwiseContourIntegral"
                                .repeat(200)));
    }

    private static Stream<Kind> broken() {
        return Stream.of(
                kind("a comment that never ends", random -> "<p>a<!-- " + "<p>b".repeat(about(3_000, random))),
                kind("conditional comments", random -> "<!--[if IE]><script>a</script><![endif]--><!--><p>--!>b<!-->c"),
                kind("a tag that never ends", random -> "<p>text<a href=\"" + "x ".repeat(about(3_000, random))),
                kind("plaintext", random -> "<h1>T</h1><p>a<plaintext></plaintext><script>b</script>"),
                kind(
                        "a page with only furniture",
                        random -> "<nav>a</nav><footer>b</footer><aside>c</aside><div class=cookie>d"),
                kind("text with no tags", random -> "just words, " + "&".repeat(about(100, random))),
                kind("broken JSON-LD", HostileHtml::brokenJsonLd),
                kind("deep JSON-LD", random -> ldJson("[".repeat(10_000))),
                kind(
                        "a FAQPage with odd members",
                        random -> ldJson(
                                "{\"@type\":\"FAQPage\",\"mainEntity\":[null,1,{\"@type\":[\"Question\"],\"name\":{},"
                                        + "\"acceptedAnswer\":[{\"text\":\"<script>x</script>\"}]}]}")),
                kind("Markdown said to be HTML", random -> "# T\n\n- a\n- b\n\n```\n<script>\n```\n"),
                kind(
                        "odd characters in tags",
                        random -> each(30, i -> "<p" + oneOf(HostileBytes.ODD_CHARACTERS, random) + "p>a</p>")),
                kind("tags in any order", HostileHtml::soupOfTags));
    }

    private static Kind kind(String description, Function<Random, String> html) {
        return Kind.text("text/html", description, html);
    }

    static String soupOfTags(Random random) {
        return each(about(600, random), i -> switch (random.nextInt(3)) {
            case 0 -> "<" + oneOf(TAGS, random) + oneOf(ATTRIBUTES, random) + ">";
            case 1 -> "</" + oneOf(TAGS, random) + ">";
            default -> oneOf(WORDS, random);
        });
    }

    private static String runningLinks(Random random) {
        List<String> addresses = List.of(
                "javascript:alert(1)",
                " \1javascript:alert(1)",
                "java\nscript:alert(1)",
                "&#106;avascript:alert(1)",
                "&Tab;javascript&colon;alert(1)",
                "data:text/html,<script>x</script>",
                "vbscript:x",
                "https://example.com/&quot;onclick=x",
                "http://[",
                "//",
                "\\\\example.com");
        return each(
                100,
                i -> "<a href=\"" + oneOf(addresses, random) + "\">a</a><img src=\"" + oneOf(addresses, random)
                        + "\" srcset=\"" + oneOf(addresses, random) + " 2x,,\">");
    }

    private static String foreignScripts(Random random) {
        List<String> pieces = List.of(
                "<svg><script>alert(1)</script>",
                "<math><mi//xlink:href=\"data:x,<script>\">",
                "<svg></p><style><a id=\"</style><img src=x onerror=alert(1)>\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
                "<template><script>alert(1)</script>",
                "<svg><foreignObject><p>words");
        return soup(pieces, 30, random);
    }

    private static String xmlBomb(Random random) {
        return "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"lol\">"
                + each(about(20, random), i -> "<!ENTITY a" + i + " \"&a;&a;&a;\">")
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><p>&a9;&f;</p>";
    }

    private static String brokenJsonLd(Random random) {
        return ldJson(oneOf(
                List.of("{", "", "null", "[1e400]", "{\"@graph\":[[[]]]}", "<!-- {} -->", "\u0000", "{'a':1}"),
                random));
    }

    private static String ldJson(String json) {
        return "<script type=\"application/ld+json\">" + json + "</script><h1>T</h1><p>text";
    }
}
