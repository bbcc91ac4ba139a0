package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.ingest.HostileSources.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostileSourcesTest {
    private static final int COUNT = 1_000;
    private static final int BODY_LIMIT = 2 * 1024 * 1024;

    private final List<Source> sources = HostileSources.of(7, COUNT).toList();

    @Test
    void theSameSeedGivesTheSameSources() {
        List<Source> again = HostileSources.of(7, COUNT).toList();
        for (int i = 0; i < COUNT; i++) {
            assertEquals(sources.get(i).toString(), again.get(i).toString());
            assertArrayEquals(sources.get(i).body(), again.get(i).body());
        }
    }

    @Test
    void anotherSeedGivesOtherSources() {
        long same = HostileSources.of(8, COUNT)
                .filter(other -> sources.stream().anyMatch(one -> Arrays.equals(one.body(), other.body())))
                .count();
        assertTrue(same < COUNT / 2, same + " are the same");
    }

    @Test
    void everyKindAndEveryFormatIsThere() {
        assertTrue(HostileSources.kinds() <= COUNT / 4, HostileSources.kinds() + " kinds come less than four times");
        assertEquals(
                HostileSources.kinds(),
                sources.stream().map(HostileSourcesTest::kind).distinct().count());
        Map<String, Long> formats = sources.stream()
                .collect(Collectors.groupingBy(
                        source -> source.contentType().replaceAll(";.*", ""), Collectors.counting()));
        for (String format : List.of("text/markdown", "text/html", "text/plain", "application/json")) {
            assertTrue(formats.getOrDefault(format, 0L) >= 100, formats.toString());
        }
    }

    /** What is too large is refused unread; what these show is what comes of reading them. */
    @Test
    void noneIsTooLargeToBeRead() {
        assertEquals(
                List.of(),
                sources.stream()
                        .filter(source -> source.body().length >= BODY_LIMIT)
                        .toList());
    }

    @Test
    void aLoneSurrogateIsSentAsTheBytesThatUtf8Forbids() {
        byte[] bytes = HostileSources.utf8("a\uD800ä😀");
        assertArrayEquals(
                new byte[] {
                    'a',
                    (byte) 0xED,
                    (byte) 0xA0,
                    (byte) 0x80,
                    (byte) 0xC3,
                    (byte) 0xA4,
                    (byte) 0xF0,
                    (byte) 0x9F,
                    (byte) 0x98,
                    (byte) 0x80
                },
                bytes);
        assertNotEquals("a\uD800ä😀", new String(bytes, StandardCharsets.UTF_8));
    }

    private static String kind(Source source) {
        return source.contentType() + source.description().replaceAll("(, damaged)? #\\d+$", "");
    }
}
