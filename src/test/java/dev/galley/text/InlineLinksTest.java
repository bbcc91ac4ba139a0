package dev.galley.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InlineLinksTest {
    @Test
    void linksAreFoundInReadingOrder() {
        assertEquals(
                List.of("a", "https://b.example", "i", "c d", "e"),
                InlineText.links("[x](a) <https://b.example> **[![y](i)](<c d>)** `[n](o)` \\[n](o) [z](e \"t\")"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See [the *tides*](gone \"title\").| See the *tides*.",
                "[a](gone) and [b](kept)| a and [b](kept)",
                "[a](gone)[b](gone)| ab",
                "**[a](gone)**| **a**",
                "[1 * 2 * 3](gone)| 1 * 2 * 3",
                "[\\*a\\*](gone)| \\*a\\*",
                "![alt](gone)| alt",
                "[![alt](gone)](kept)| [alt](kept)",
                "[gone](gone)!| !",
                "[a](moved)| [a](there)",
                "[moved](moved)| [there](there)",
                "_unusual_ __marks__ [a](kept)| _unusual_ __marks__ [a](kept)"
            })
    void aLinkGoesOrMovesAndAllElseStays(String text, String expected) {
        assertEquals(expected, InlineText.mapLinks(text, InlineLinksTest::rewrite));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no link", "[", "](gone)", "[a][gone]", "<gone>", "`[a](gone)`"})
    void aTextWithoutLinksStaysToTheLetter(String text) {
        assertEquals(text, InlineText.mapLinks(text, InlineLinksTest::rewrite));
    }

    private static Optional<String> rewrite(String destination) {
        return switch (destination) {
            case "gone" -> Optional.empty();
            case "moved" -> Optional.of("there");
            default -> Optional.of(destination);
        };
    }
}
