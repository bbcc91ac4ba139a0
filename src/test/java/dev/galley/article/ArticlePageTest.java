package dev.galley.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticlePageTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.com/{slug}, https://example.com/tides, tides ",
        "https://example.com/{locale}/{slug}, https://example.com/de-CH/tides, tides de-CH",
        "https://example.com/{locale}/{slug}, https://example.com/de/tides/, tides de",
        "https://example.com/{locale}/{slug}, https://example.com/de/tides?x=y#z, tides de",
        "https://example.com/a?id={id}&s={slug}, https://example.com/a?id=0-1&s=tides, 0-1 ",
        "https://{locale}.example.com/{locale}/{slug}.html, https://de.example.com/de/tides.html, tides de",
        "https://example.com/{slug}, https://example.com/, -",
        "https://example.com/{slug}, https://example.com/a/b, -",
        "https://example.com/{slug}, https://exampleXcom/a, -",
        "https://example.com/{slug}, https://example.com/tides.html, -"
    })
    void anAddressIsReadBackFromItsTemplate(String template, String address, String read) {
        ArticlePage page = ArticlePage.of(template).orElseThrow();
        String found = page.match(address)
                .map(match -> match.group("name") + " "
                        + Optional.ofNullable(page.locale(match)).orElse(""))
                .orElse("-");
        assertEquals(read.strip(), found.strip());
        assertTrue(page.mayStandIn("[x](" + address + ")") || found.equals("-"));
    }

    @Test
    void aTemplateWithoutAnyNameTellsNothing() {
        assertTrue(ArticlePage.of("https://example.com/{locale}/").isEmpty());
    }
}
