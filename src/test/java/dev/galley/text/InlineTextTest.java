package dev.galley.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.galley.document.GeneratedDocuments;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class InlineTextTest {
    private static final int TEXTS = 3_000;
    private static final Set<String> ALLOWED = Set.of("a", "em", "strong", "code", "del", "br");

    @Test
    void charactersWrittenLiterallyReadAsThemselves() {
        for (long seed = 1; seed <= TEXTS; seed++) {
            String characters = GeneratedDocuments.characters(seed);
            String folded = characters.replaceAll("\\s+", " ").strip();
            assertEquals(folded, InlineText.plain(InlineText.literal(characters)), "seed " + seed);
        }
    }

    @Test
    void theCanonicalSpellingIsItsOwnCanonicalSpelling() {
        for (long seed = 1; seed <= TEXTS; seed++) {
            String text = GeneratedDocuments.text(seed);
            assertEquals(text, InlineText.of(InlineText.parse(text)), "seed " + seed);
            String odd = GeneratedDocuments.characters(seed);
            String canonical = InlineText.of(InlineText.parse(odd));
            assertEquals(canonical, InlineText.of(InlineText.parse(canonical)), "seed " + seed + ": " + odd);
        }
    }

    @Test
    void htmlIsSafeWhateverTheTextHolds() {
        for (long seed = 1; seed <= TEXTS; seed++) {
            assertSafe(InlineText.html(GeneratedDocuments.characters(seed)), "seed " + seed);
            assertSafe(InlineText.html(GeneratedDocuments.text(seed)), "seed " + seed);
        }
        assertSafe(InlineText.html("[a](javascript:alert(1)) ![b](data:text/html,x) <img src=x onerror=y>"), "links");
    }

    @Test
    void emphasisNestedToExhaustTheStackBecomesPlain() {
        String hostile = "*a **b ".repeat(20_000) + "c** d*".repeat(20_000);
        assertTrue(InlineText.plain(hostile).contains("c"));
        assertTrue(InlineText.of(InlineText.parse(hostile)).contains("c"));
    }

    private static void assertSafe(String html, String where) {
        for (Element element : Jsoup.parseBodyFragment(html).body().select("*")) {
            if (element.normalName().equals("body")) {
                continue;
            }
            assertTrue(ALLOWED.contains(element.normalName()), () -> where + ": " + html);
            String href = element.attr("href").strip();
            assertTrue(!href.startsWith("javascript:") && !href.startsWith("data:"), () -> where + ": " + html);
            assertTrue(
                    element.attributes().asList().stream()
                            .noneMatch(a -> a.getKey().startsWith("on")),
                    where);
        }
    }
}
