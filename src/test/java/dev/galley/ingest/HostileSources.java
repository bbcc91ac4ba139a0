package dev.galley.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Random and hostile sources for every format that imports read. The same seed gives the same sources, so that a
 * failure is named by seed and number. Every kind comes once as it is; then come other draws of the kinds that have any,
 * and damaged ones of all.
 */
public final class HostileSources {
    private static final List<Kind> KINDS = Stream.of(
                    HostileMarkdown.kinds(),
                    HostileFrontMatter.kinds(),
                    HostileHtml.kinds(),
                    HostilePlainText.kinds(),
                    HostileJson.kinds(),
                    HostileBytes.kinds())
            .flatMap(List::stream)
            .toList();
    private static final List<Kind> VARYING =
            KINDS.stream().filter(Kind::varies).toList();

    private HostileSources() {}

    /** What to post, and as what. {@code description} says which kind it is and, behind {@code #}, its number. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    public record Source(String contentType, byte[] body, String description) {
        @Override
        public String toString() {
            return contentType + ", " + description + ", " + body.length + " bytes";
        }
    }

    /** One way to be hostile. */
    record Kind(String contentType, String description, Function<Random, byte[]> body) {
        static Kind text(String contentType, String description, Function<Random, String> text) {
            return new Kind(contentType, description, text.andThen(HostileSources::utf8));
        }

        boolean varies() {
            return !Arrays.equals(body.apply(new Random(1)), body.apply(new Random(2)));
        }
    }

    public static Stream<Source> of(long seed, int count) {
        return IntStream.range(0, count).mapToObj(number -> source(seed, number));
    }

    /** So many sources have every kind. */
    static int kinds() {
        return KINDS.size();
    }

    private static Source source(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        if (number < KINDS.size()) {
            Kind kind = KINDS.get(number);
            return new Source(kind.contentType(), kind.body().apply(random), kind.description() + " #" + number);
        }
        boolean damage = random.nextInt(3) == 0;
        Kind kind = oneOf(damage ? KINDS : VARYING, random);
        byte[] body = kind.body().apply(random);
        return damage
                ? new Source(
                        kind.contentType(),
                        HostileBytes.damaged(body, random),
                        kind.description() + ", damaged #" + number)
                : new Source(kind.contentType(), body, kind.description() + " #" + number);
    }

    /** UTF-8, but a lone surrogate gets the three bytes that UTF-8 forbids, where Java would write a question mark. */
    static byte[] utf8(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int from = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                bytes.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
                bytes.write(0xE0 | codePoint >> 12);
                bytes.write(0x80 | codePoint >> 6 & 0x3F);
                bytes.write(0x80 | codePoint & 0x3F);
                from = at + 1;
            }
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** About as many as asked: between half and all. */
    static int about(int many, Random random) {
        return many / 2 + random.nextInt(many / 2 + 1);
    }

    static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** {@code count} random members of {@code fragments}, one after the other. */
    static String soup(List<String> fragments, int count, Random random) {
        StringBuilder soup = new StringBuilder();
        for (int i = 0; i < count; i++) {
            soup.append(oneOf(fragments, random));
        }
        return soup.toString();
    }

    /** {@code part} for each number below {@code count}. */
    static String each(int count, Function<Integer, String> part) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(part.apply(i));
        }
        return all.toString();
    }
}
