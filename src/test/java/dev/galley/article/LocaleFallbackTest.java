package dev.galley.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleFallbackTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-CH |  | de-CH,de,en",
                "en |  | en",
                "zh-Hant-TW |  | zh-Hant-TW,zh-Hant,zh,en",
                "de-AT | de-AT>de-CH>fr | de-AT,de-CH,fr,de,en",
                "gsw | gsw>de-CH | gsw,de-CH,de,en",
                "a1a | fr>it | a1a,en",
                "fr | fr>it,it>fr | fr,it,en"
            })
    void whatIsConfiguredStandsBehindItsLocale(String asked, String fallbacks, String chain) {
        List<LocaleFallback> configured = fallbacks == null
                ? List.of()
                : Stream.of(fallbacks.split(",")).map(LocaleFallback::parse).toList();
        assertEquals(List.of(chain.split(",")), LocaleChain.of(asked, "en", configured));
    }

    @Test
    void tagsAreWrittenAsTheyShouldBe() {
        assertEquals(new LocaleFallback("de-AT", List.of("de-CH", "de")), LocaleFallback.parse(" de-at > de-ch>DE "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "de>", ">de", "de=fr", "german>fr", "de>>fr"})
    void whatIsNoChainIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LocaleFallback.parse(text));
    }
}
