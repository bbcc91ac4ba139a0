package dev.galley.ingest;

import static dev.galley.ingest.HostileSources.about;
import static dev.galley.ingest.HostileSources.each;
import static dev.galley.ingest.HostileSources.oneOf;

import dev.galley.ingest.HostileSources.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** JSON that is no document, or a document that is too much. */
final class HostileJson {
    private static final List<String> MEMBERS = List.of(
            "id",
            "slug",
            "locale",
            "title",
            "summary",
            "authors",
            "topics",
            "series",
            "hero",
            "publishedAt",
            "updatedAt",
            "version",
            "wordCount",
            "lead",
            "sections",
            "takeaways",
            "faqs",
            "seo",
            "translations",
            "translationKey",
            "links",
            "status",
            "type",
            "blocks",
            "text",
            "items",
            "heading",
            "anchor",
            "level",
            "titel",
            "__proto__",
            "");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "1E-999999999",
            "1E999999999",
            "9".repeat(5_000),
            "0.1",
            "\"\"",
            "\" \"",
            "\"text\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\uDC00\\uD800\"",
            "\"\u202E\uFEFF\"",
            "\"javascript:alert(1)\"",
            "\"<script>alert(1)</script>\"",
            "\"0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000\"",
            "\"../../etc/passwd\"",
            "\"2026-13-45T99:99:99Z\"",
            "\"" + "x".repeat(3_000) + "\"",
            "[]",
            "[null]",
            "[[]]",
            "[{}]",
            "[\"a\", 1, {}]",
            "{}",
            "{\"slug\": \"a\", \"name\": null, \"kind\": \"nosuch\"}",
            "[{\"type\": \"paragraph\"}]",
            "[{\"type\": \"nosuch\", \"text\": \"a\"}]",
            "[{\"type\": null}]",
            "[{\"text\": \"a\"}]",
            "[{\"type\": \"list\", \"style\": \"round\", \"items\": [null]}]",
            "[{\"type\": \"table\", \"head\": [1], \"rows\": [[\"a\", \"b\"], null]}]",
            "[{\"type\": \"image\", \"url\": \"javascript:x\", \"width\": -1}]",
            "[{\"type\": \"embed\", \"url\": \"http://example.com\"}]",
            "[{\"type\": \"callout\", \"kind\": \"NOTE\", \"blocks\": \"a\"}]",
            "[{\"heading\": \"H\", \"blocks\": [], \"sections\": []}]");

    private HostileJson() {}

    static List<Kind> kinds() {
        return Stream.of(broken(), depths(), lengths(), members())
                .flatMap(kinds -> kinds)
                .toList();
    }

    private static Stream<Kind> broken() {
        return Stream.of(
                kind("no object", random -> oneOf(List.of("null", "true", "42", "\"text\"", "[]", "[{}]"), random)),
                kind("an empty object", random -> "{}"),
                kind("cut off", random -> article("\"lead\": [{\"type\": \"par")),
                kind(
                        "words behind the end",
                        random -> article("\"summary\": null") + oneOf(List.of("}", "x", "{}"), random)),
                kind("JavaScript, not JSON", random -> "{title: 'T', /* c */ 'a': NaN, b: +1, c: 0x1F, d: .5, e: 01,}"),
                kind("a BOM first", random -> "\uFEFF" + article("\"summary\": null")),
                kind("raw control characters in a string", random -> "{\"title\": \"a\u0000\n\tb\"}"),
                kind("escapes that are none", random -> "{\"title\": \"\\x41 \\u12 \\q\"}"),
                kind("Markdown said to be JSON", random -> "# Title\n\ntext\n"));
    }

    private static Stream<Kind> depths() {
        return Stream.of(
                kind("10,000 [", random -> "[".repeat(10_000)),
                kind("10,000 objects in each other", random -> "{\"a\":".repeat(10_000)),
                kind("deep lists, closed", random -> article("\"lead\": " + "[".repeat(900) + "]".repeat(900))),
                kind(
                        "sections 40 levels deep",
                        random -> article("\"sections\": " + nested("{\"heading\": \"H\", \"sections\": ", 40))),
                kind(
                        "quotes 40 levels deep",
                        random -> article("\"lead\": " + nested("{\"type\": \"quote\", \"blocks\": ", 40))),
                kind(
                        "lists 200 levels deep",
                        random -> article("\"lead\": "
                                + nested("{\"type\": \"list\", \"items\": [{\"text\": \"a\", \"blocks\": ", 200)
                                        .replace("}]", "}]}]"))));
    }

    private static Stream<Kind> lengths() {
        return Stream.of(
                kind("a title of a million characters", random -> "{\"title\": \"" + "word ".repeat(200_000) + "\"}"),
                kind("a name of 100,000 characters", random -> article("\"" + "k".repeat(100_000) + "\": 1")),
                kind(
                        "5,000 sections",
                        random -> article(list("sections", 5_000, i -> "{\"heading\": \"H" + i + "\"}"))),
                kind("10,000 blocks", random -> article(list("lead", 10_000, i -> "{\"type\": \"divider\"}"))),
                kind("1,000 takeaways", random -> article(list("takeaways", 1_000, i -> "{\"text\": \"t\"}"))),
                kind("1,000 topics", random -> article(list("topics", 1_000, i -> "\"topic-" + i + "\""))),
                kind(
                        "a table of 500 columns",
                        random -> article("\"lead\": [{\"type\": \"table\", " + list("head", 500, i -> "\"h\"")
                                + ", \"rows\": [[\"a\"]]}]")),
                kind(
                        "a number of 100,000 digits",
                        random -> article("\"series\": {\"slug\": \"s\", \"position\": " + "9".repeat(100_000) + "}")),
                kind(
                        "10,000 unknown members",
                        random -> "{" + each(10_000, i -> "\"m" + i + "\": 1, ") + "\"title\": \"T\"}"));
    }

    private static Stream<Kind> members() {
        return Stream.of(
                kind(
                        "a member twice",
                        random -> "{\"title\": \"a\", \"title\": \"b\", \"slug\": null, \"slug\": null}"),
                kind(
                        "a member twice, deep down",
                        random -> article("\"seo\": {\"noindex\": true, \"noindex\": false}")),
                kind(
                        "the same id everywhere",
                        random -> article(
                                list("lead", 50, i -> "{\"id\": \"same\", \"type\": \"paragraph\", \"text\": \"a\"}"))),
                kind("odd ids", HostileJson::oddIds),
                kind(
                        "members that the server makes",
                        random -> article("\"version\": 99, \"status\": \"published\", \"wordCount\": -1")),
                kind("text that is markup", HostileJson::textThatIsMarkup),
                kind("one member with an odd value", HostileJson::oddMember),
                kind(
                        "one member with an odd value, as a block",
                        random -> article("\"lead\": [{\"type\": \"" + oneOf(blockTypes(), random) + "\", "
                                + member(random) + "}]")),
                kind(
                        "one member with an odd value, in a section",
                        random -> article("\"sections\": [{\"heading\": \"H\", " + member(random) + "}]")),
                kind(
                        "one member with an odd value, in a question",
                        random -> article("\"faqs\": [{\"question\": \"Q?\", " + member(random) + "}]")),
                kind(
                        "many members with odd values",
                        random -> "{" + each(about(30, random), i -> member(random) + ", ") + "\"end\": 0}"));
    }

    private static Kind kind(String description, Function<Random, String> json) {
        return Kind.text("application/json", description, json);
    }

    private static List<String> blockTypes() {
        return List.of("paragraph", "list", "code", "callout", "quote", "image", "table", "embed", "divider");
    }

    private static String article(String members) {
        return "{\"title\": \"T\", " + members + "}";
    }

    private static String list(String name, int count, Function<Integer, String> entry) {
        return "\"" + name + "\": [" + each(count, i -> (i == 0 ? "" : ", ") + entry.apply(i)) + "]";
    }

    /** {@code open} begins an object and ends where its list of inner ones is to stand. */
    private static String nested(String open, int depth) {
        return ("[" + open).repeat(depth) + "[]" + "}]".repeat(depth);
    }

    private static String member(Random random) {
        return "\"" + oneOf(MEMBERS, random) + "\": " + oneOf(VALUES, random);
    }

    private static String oddMember(Random random) {
        return article(member(random));
    }

    private static String oddIds(Random random) {
        List<String> ids =
                List.of("\"\"", "\" \"", "\"a/b#c\"", "\"" + "i".repeat(10_000) + "\"", "7", "\"\\u0000\"", "\"Ü\"");
        return article(list("lead", 20, i -> "{\"id\": " + oneOf(ids, random) + ", \"type\": \"divider\"}"));
    }

    private static String textThatIsMarkup(Random random) {
        List<String> texts = List.of(
                "# a\\n\\n- b\\n\\n```\\nc",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "*".repeat(5_000),
                "[".repeat(5_000),
                "a\\n\\n\\nb  \\nc\\\\\\nd");
        return article(list("lead", 20, i -> "{\"type\": \"paragraph\", \"text\": \"" + oneOf(texts, random) + "\"}"));
    }
}
