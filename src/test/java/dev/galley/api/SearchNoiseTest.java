package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.faq;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.paragraph;
import static dev.galley.api.Documents.section;
import static dev.galley.api.Documents.takeaway;
import static dev.galley.api.Documents.title;
import static dev.galley.api.Editor.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that somebody types is an error: noise of every kind is searched for, and all of it is answered. */
@ApiTest
class SearchNoiseTest {
    private static final int STRINGS = Integer.getInteger("test.queries", 500);
    private static final int CALLERS = 4;
    private static final int LONGEST = 200;

    private static final String SEARCH = "/v1/search";
    private static final String SUGGEST = "/v1/search/suggest";

    /** What the articles say, so that much of the noise finds something to rank, count and mark. */
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("en", "The structure of a well-known protein is node.js snake_case harbour's 3.14"),
            Map.entry("de", "Die Häuser der Straße und die Wärmepumpe im Altbau"),
            Map.entry("fr", "L'algorithme des événements aujourd’hui"),
            Map.entry("es", "Las canciones del niño y el sueño"),
            Map.entry("pt", "As informações da canção e os pães"),
            Map.entry("it", "Dell'acqua e della città perché"),
            Map.entry("nl", "De fietsen van de huizen"),
            Map.entry("fi", "Taloissa on hyvää kahvia"),
            Map.entry("ru", "Ёлками и структура белка"),
            Map.entry("el", "Άνθρωπος και θάλασσα"),
            Map.entry("ar", "بنية البروتين والماء"),
            Map.entry("he", "מבנה של חלבון"),
            Map.entry("hi", "प्रोटीन की संरचना"),
            Map.entry("th", "โครงสร้างโปรตีน"),
            Map.entry("zh", "蛋白质结构预测"),
            Map.entry("ja", "タンパク質の構造 ﾀﾝﾊﾟｸ質"),
            Map.entry("ko", "단백질 구조"));

    private static void publish(String locale, String text) {
        ObjectNode document = minimal(title(text)).put("locale", locale);
        document.set("lead", array(paragraph(text)));
        document.set("sections", array(section(text)));
        document.set("takeaways", array(takeaway(text)));
        document.set("faqs", array(faq(text)));
        published(document);
    }

    private static HttpResponse<String> ask(String path, String q) {
        return Raw.send(HttpRequest.newBuilder(Raw.uri(query(path, q))));
    }

    private static String query(String path, String q) {
        return path + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    @Test
    void noiseIsAnswered() {
        SAID.forEach(SearchNoiseTest::publish);
        long seed = System.nanoTime();
        System.out.println("SearchNoiseTest seed " + seed);
        List<String> refused = Concurrently.each(CALLERS, caller -> refused(seed, caller)).stream()
                .flatMap(List::stream)
                .toList();
        assertEquals(List.of(), refused, () -> "seed " + seed);
    }

    /** Those of one caller's share that weren't answered with 200. */
    private static List<String> refused(long seed, int caller) {
        return IntStream.range(0, STRINGS)
                .filter(i -> i % CALLERS == caller)
                .mapToObj(i -> {
                    String q = new Noise(new Random(seed + i)).upTo(LONGEST);
                    String path = i % 10 < 9 ? SEARCH : SUGGEST;
                    HttpResponse<String> answer = ask(path, q);
                    return answer.statusCode() == 200 ? "" : query(path, q) + " " + answer.body();
                })
                .filter(failure -> !failure.isEmpty())
                .limit(5)
                .toList();
    }

    /** ﷺ is one letter that becomes eighteen; ideographs are looked for in pairs. */
    @ParameterizedTest
    @ValueSource(strings = {"ﷺ", "𠀀", "𝔘", "😀", "ऀ", "ß", "a"})
    void aWordOfTwoHundredLettersIsAnswered(String letter) {
        String word = letter.repeat(LONGEST - 1);
        for (String q : List.of(word, word + "*", "-" + word, "\"" + word)) {
            assertEquals(200, ask(SEARCH, q).statusCode(), () -> query(SEARCH, q));
            assertEquals(200, ask(SUGGEST, q).statusCode(), () -> query(SUGGEST, q));
        }
    }

    /** A stray byte, one that is written too long, half a surrogate pair, one that isn't there to its end. */
    @ParameterizedTest
    @ValueSource(strings = {"%FF", "%C0%80", "%ED%A0%80", "water%F0%9F"})
    void bytesThatAreNoTextAreAnswered(String bytes) {
        assertEquals(200, Raw.status(Raw.get(SEARCH + "?q=" + bytes)));
        assertEquals(200, Raw.status(Raw.get(SUGGEST + "?q=" + bytes)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SEARCH, SUGGEST})
    void noiseOfMoreThanTwoHundredCharactersIsTooLong(String path) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            String q = new Noise(random).of(LONGEST + 1 + random.nextInt(50));
            HttpResponse<String> answer = ask(path, q);
            assertEquals(400, answer.statusCode(), () -> "seed " + seed + ": " + query(path, q));
            assertTrue(answer.body().contains("\"too-long\""), answer::body);
        }
    }

    /** Made of pieces, so that what means something to a parser, an analyser or a page stands next to anything else. */
    private record Noise(Random random) {
        private static final List<String> SYNTAX = List.of(
                ("+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ / | # @ % & ; ' ` $ = < > . , _ “ ” „ « » 「 」 ’ AND OR NOT TO"
                                + " title: *:* title_english:x [a TO b] {* TO *} /.*/ /(a|b)+[^c]{2,9}/ (a+)+$ ~2 ^99 x~0.5 a*b"
                                + " ?x ** -* -\" \"\" \"* *\" -- -- .* \\ \\u0000 \\Q %00 %s ${x} {{x}} <mark> </mark>"
                                + " <script> ' OR 1=1 NaN Infinity null undefined 1e999 0x41 file:///etc/passwd a@b.c")
                        .split(" "));

        private static final int[][] RANGES = {
            {0x00, 0x1F},
            {0x7F, 0x9F},
            {0x20, 0x7E},
            {0xA0, 0x24F},
            {0x300, 0x36F},
            {0x370, 0x52F},
            {0x590, 0x6FF},
            {0x900, 0x97F},
            {0xE00, 0xE7F},
            {0x1100, 0x11FF},
            {0x2000, 0x206F},
            {0x20D0, 0x20FF},
            {0x3040, 0x30FF},
            {0x3400, 0x9FFF},
            {0xAC00, 0xD7A3},
            {0xE000, 0xF8FF},
            {0xFDD0, 0xFDEF},
            {0xFE00, 0xFE0F},
            {0xFF00, 0xFFFF},
            {0x1D400, 0x1D7FF},
            {0x1F1E6, 0x1F1FF},
            {0x1F300, 0x1FAFF},
            {0x20000, 0x2A6DF},
            {0xE0000, 0xE01EF},
            {0x10FFF0, 0x10FFFF}
        };

        /** Most of it short, as what people type is. */
        private String upTo(int longest) {
            return of(random.nextInt(random.nextInt(4) == 0 ? longest + 1 : 20));
        }

        /** Of exactly so many code points. */
        private String of(int length) {
            StringBuilder noise = new StringBuilder();
            // What pieces are made of changes from string to string, and some are made of one thing alone.
            int from = random.nextInt(8);
            int kinds = 1 + random.nextInt(8 - from);
            while (noise.codePointCount(0, noise.length()) < length) {
                noise.append(piece(from + random.nextInt(kinds), length));
            }
            return noise.substring(0, noise.offsetByCodePoints(0, length));
        }

        private String piece(int kind, int length) {
            return switch (kind) {
                case 0 -> Character.toString(anything());
                case 1 -> run(1 + random.nextInt(8));
                case 2 -> one(SYNTAX);
                case 3 -> word();
                case 4 ->
                    one(List.of("\"", " -", "* ", " ", "\u3000", "\t", "-\""))
                            + word()
                            + one(List.of("", "\"", "*", " "));
                case 5 -> mistyped(word());
                case 6 ->
                    Character.toString(oneOf(RANGES[random.nextInt(RANGES.length)]))
                            .repeat(1 + random.nextInt(length + 1));
                default -> run(1 + random.nextInt(length + 1));
            };
        }

        /** Any code point but the surrogates, which no URL can carry alone. */
        private int anything() {
            int any = random.nextInt(0x110000 - 0x800);
            return any < 0xD800 ? any : any + 0x800;
        }

        /** Letters, marks or whatever else stands together in Unicode. */
        private String run(int length) {
            int[] range = RANGES[random.nextInt(RANGES.length)];
            return IntStream.generate(() -> oneOf(range))
                    .limit(length)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        private int oneOf(int[] range) {
            return range[0] + random.nextInt(range[1] - range[0] + 1);
        }

        /** One that the articles have. */
        private String word() {
            List<String> texts = SAID.values().stream().sorted().toList();
            String word = one(List.of(one(texts).split(" ")));
            return random.nextInt(4) == 0 ? word.toUpperCase(Locale.ROOT) : word;
        }

        private String mistyped(String word) {
            int at = word.offsetByCodePoints(0, random.nextInt(word.codePointCount(0, word.length())));
            String rest = word.substring(random.nextBoolean() ? at : word.offsetByCodePoints(at, 1));
            return word.substring(0, at) + (random.nextBoolean() ? Character.toString(anything()) : "") + rest;
        }

        private String one(List<String> of) {
            return of.get(random.nextInt(of.size()));
        }
    }
}
