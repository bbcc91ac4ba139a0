package dev.galley.ingest;

import dev.galley.ingest.HostileSources.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Bodies that aren't the text they say they are, and damage to those that are. */
final class HostileBytes {
    /** Characters that have no place in a text, or change how others are read. */
    static final List<String> ODD_CHARACTERS = List.of(
            "\0",
            "\u0001\u001B[31m\u007F\u0085",
            "\uFEFF",
            "\uD800",
            "\uDFFF\uDBFF",
            "\u202E\u2066\u2067\u200F",
            "\u2028\u2029",
            "\uFFFE\uFFFF\uFFFD",
            "\uDB40\uDC01\uDBFF\uDFFF",
            "e\u0301\u0316\u0489\u20DD",
            "👩‍👩‍👧‍👦🏳️‍🌈",
            "\u00AD\u200B\u2060\u180E",
            "\uFDFA\uFB03İıſẞ",
            "\r\r\n\u000B\f");

    private static final List<String> TYPES =
            List.of("text/markdown", "text/html", "text/plain", "application/json", "application/json; charset=utf-8");

    private HostileBytes() {}

    static List<Kind> kinds() {
        return TYPES.stream().flatMap(HostileBytes::kinds).toList();
    }

    private static Stream<Kind> kinds(String type) {
        Stream<Kind> all = Stream.of(
                new Kind(type, "no bytes", random -> new byte[0]),
                new Kind(type, "random bytes", HostileBytes::randomBytes),
                new Kind(type, "broken UTF-8", HostileBytes::brokenUtf8),
                Kind.text(type, "only a BOM", random -> "\uFEFF"),
                Kind.text(type, "only white space", random -> " \t\r\n".repeat(1 + random.nextInt(1000))),
                Kind.text(type, "only NULs", random -> "\0".repeat(1 + random.nextInt(1000))),
                Kind.text(type, "odd characters", random -> HostileSources.soup(ODD_CHARACTERS, 300, random)),
                new Kind(type, "UTF-16 with a BOM", random -> HostileSources.oneOf(samples(), random)
                        .getBytes(StandardCharsets.UTF_16)));
        return type.contains("charset") ? all : Stream.concat(all, charsets(type));
    }

    /** The parameter says one charset, the bytes are another, or there is no such charset. */
    private static Stream<Kind> charsets(String type) {
        Function<Random, String> text = random -> HostileSources.oneOf(samples(), random);
        return Stream.of("utf-16", "utf-32", "iso-8859-1", "windows-1252", "x-no-such-charset", "utf-7", "\"utf-8\"")
                .map(charset -> Kind.text(type + "; charset=" + charset, "UTF-8 said to be " + charset, text));
    }

    private static List<String> samples() {
        return List.of(
                "# Über Grüße\n\nText – mit “Zeichen”.\n",
                "<h1>Über Grüße</h1><p>Text – mit “Zeichen”.",
                "{\"title\": \"Über Grüße\"}");
    }

    private static byte[] randomBytes(Random random) {
        byte[] bytes = new byte[1 + random.nextInt(20_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] brokenUtf8(Random random) {
        List<byte[]> sequences = List.of(
                bytes(0xC0, 0x80), // an overlong NUL
                bytes(0xC0, 0xBC), // an overlong <
                bytes(0xE0, 0x80, 0xAF),
                bytes(0xF4, 0x90, 0x80, 0x80), // past U+10FFFF
                bytes(0xED, 0xA0, 0x80), // a surrogate
                bytes(0xE2, 0x82), // cut off
                bytes(0xF0, 0x9F, 0x92),
                bytes(0x80, 0xBF),
                bytes(0xFF, 0xFE),
                bytes(0xF8, 0x88, 0x80, 0x80, 0x80));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 50; i++) {
            all.writeBytes("# Words <p> {\"title\": \"x\"}\n".getBytes(StandardCharsets.UTF_8));
            all.writeBytes(HostileSources.oneOf(sequences, random));
        }
        return all.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** A few cuts, doublings and odd characters anywhere, in the midst of a character too. */
    static byte[] damaged(byte[] body, Random random) {
        byte[] damaged = body;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int from = random.nextInt(damaged.length + 1);
            int to = from + random.nextInt(Math.min(damaged.length - from, 2_000) + 1);
            byte[] put =
                    switch (random.nextInt(4)) {
                        case 0 -> new byte[0];
                        case 1 -> repeated(Arrays.copyOfRange(damaged, from, to));
                        case 2 -> bytes(random.nextInt(256));
                        default -> HostileSources.utf8(HostileSources.oneOf(ODD_CHARACTERS, random));
                    };
            damaged = replaced(damaged, from, to, put);
        }
        return damaged;
    }

    private static byte[] repeated(byte[] part) {
        return replaced(part, part.length, part.length, part);
    }

    private static byte[] replaced(byte[] body, int from, int to, byte[] put) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(body, 0, from);
        all.writeBytes(put);
        all.write(body, to, body.length - to);
        return all.toByteArray();
    }
}
