package dev.galley;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random and hostile reads: searches with any words at all, and lists with any parameters at all. The same seed gives
 * the same requests.
 */
public final class HostileRequests {
    private static final List<String> WORDS = List.of(
            "protein",
            "\"",
            "\"a phrase\"",
            "\"open phrase",
            "-",
            "-without",
            "--",
            "pre*",
            "*",
            "*fix",
            "?",
            "~",
            "^2",
            "AND",
            "OR",
            "NOT",
            "NEAR/3",
            "(",
            ")",
            "((((",
            "[a TO b]",
            "{",
            "title:",
            "a:b:c",
            "\\",
            "/re(gex/",
            "&&",
            "||",
            "!",
            "+",
            "'",
            "';--",
            "%",
            "%25",
            "_",
            "<mark>",
            "<script>",
            "\0",
            "\uFEFF",
            "\u202E",
            "ſİß",
            "e\u0301",
            "漢字",
            "👩‍👩‍👧",
            "the",
            "a",
            "\t\n",
            "9".repeat(60),
            "x".repeat(199),
            "x".repeat(300));

    private static final List<String> PATHS = List.of(
            "/v1/articles",
            "/v1/sections",
            "/v1/takeaways",
            "/v1/faqs",
            "/v1/topics",
            "/v1/authors",
            "/v1/search",
            "/v1/changes",
            "/v1/redirects",
            "/v1/articles/a",
            "/v1/articles/..",
            "/v1/articles/a/sections/%00",
            "/v1/articles/%2e%2e%2feditorial",
            "/v1/nosuch");

    private static final List<String> NAMES = List.of(
            "q",
            "topic",
            "topic[all]",
            "topic[not]",
            "author",
            "locale",
            "slug",
            "id",
            "publishedAt[gte]",
            "wordCount[lt]",
            "wordCount[nosuch]",
            "has",
            "sort",
            "limit",
            "cursor",
            "page",
            "count",
            "fields",
            "include",
            "text",
            "tree",
            "type",
            "since",
            "article",
            "codeLanguage",
            "nosuch",
            "",
            "topic[]",
            "[",
            "sort[gte]");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            ",",
            ",,,",
            "a,b",
            "-",
            "--title",
            "-publishedAt,title,slug,id",
            "0",
            "-1",
            "1",
            "101",
            "1e400",
            "9".repeat(40),
            "2026-01-01",
            "2026-02-30",
            "9999999-01-01",
            "true",
            "yes",
            "null",
            "title;drop table article",
            "' OR '1'='1",
            "authors.name",
            "authors.",
            "....",
            "sections.sections.sections.sections",
            "*",
            "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000",
            "eyJhIjoxfQ==",
            "%",
            "../..",
            "a".repeat(500),
            "de-CH-x-private",
            "\0",
            "ä\uD83D\uDE00",
            "a,".repeat(30));

    private HostileRequests() {}

    /** Anything at all to look for; a search for it may find nothing, but is never refused for its syntax. */
    public static Stream<String> searches(long seed, int count) {
        return IntStream.range(0, count).mapToObj(number -> search(new Random(seed * 1_000_003 + number)));
    }

    /** Paths with their query, percent-encoded. Any answer below 500 will do. */
    public static Stream<String> reads(long seed, int count) {
        return IntStream.range(0, count).mapToObj(number -> read(new Random(seed * 1_000_003 + number)));
    }

    /** At most 200 characters, which is as long as a search may be. */
    private static String search(Random random) {
        StringBuilder words = new StringBuilder();
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            words.append(oneOf(WORDS, random)).append(random.nextBoolean() ? " " : "");
        }
        int end = Math.min(200, words.length());
        // Not through the middle of a character, which no client could send.
        return words.substring(0, end - (Character.isHighSurrogate(words.charAt(end - 1)) ? 1 : 0));
    }

    private static String read(Random random) {
        StringBuilder request = new StringBuilder(oneOf(PATHS, random));
        for (int i = random.nextInt(4); i >= 0; i--) {
            request.append(request.indexOf("?") < 0 ? '?' : '&')
                    .append(encoded(oneOf(NAMES, random)))
                    .append('=')
                    .append(encoded(random.nextInt(5) == 0 ? search(random) : oneOf(VALUES, random)));
        }
        return request.toString();
    }

    private static String oneOf(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
