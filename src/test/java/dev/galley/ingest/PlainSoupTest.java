package dev.galley.ingest;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain text of any shape: nothing may throw, hang or lose a word. */
class PlainSoupTest {
    private static final List<String> LINES = List.of(
            "",
            "",
            "",
            "%s",
            "%s %s",
            "%s %s.",
            "The %s of %s",
            "%S %S",
            "What is %s?",
            "- %s",
            "* %s.",
            "  - %s",
            "      • %s %s",
            "1. %s",
            "2. %s",
            "2.1 The %s",
            "3) %s.",
            "Q: %s?",
            "A: %s.",
            "===",
            "-----",
            "```",
            "```go",
            "    %s(%s);",
            "import %s",
            "%s = %s(1)",
            "# %s",
            "}",
            "💡 Pro tip: %s %s.",
            "Note: %s",
            "FAQ",
            "Key Takeaways",
            "Pro Insight",
            "https://example.org/%s",
            "[x] %s",
            "- [ ] %s",
            "\t%s",
            "– %s",
            "A %s that runs on for as long as the lines of %s do when somebody breaks",
            "<b>%s</b> *%s* _%s_",
            "%s:",
            "key: %s",
            "  key: %s",
            "By %s",
            "* * *",
            "7. %s",
            "| %s | %s |");

    private static final Pattern PLACE = Pattern.compile("%[sS]");

    @Test
    void randomTextsLoseNoWord() {
        for (long seed = 0; seed < 2_000; seed++) {
            int[] words = {0};
            String text = soup(new Random(seed), words);
            String message = "seed " + seed + ":\n" + text;
            String read = ReadWords.of(read(text, message)).toLowerCase(java.util.Locale.ROOT);
            for (int word = 0; word < words[0]; word++) {
                String wanted = "w" + word + "x";
                assertTrue(read.contains(wanted), () -> wanted + " is lost, " + message);
            }
        }
    }

    @Test
    void randomCharactersNeverThrow() {
        String signs = "ab .?:;-*•#=`~1)\n\n\t   {}()[]\"Q\u0000\uD800💡é|<>_";
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(200), 0, signs.length()).forEach(i -> text.append(signs.charAt(i)));
            read(text.toString(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a\n",
                "x = f(1)\n",
                "A heading\n",
                "What?\n",
                "key: value\n",
                "1. one\n",
                "word ",
                "```\n",
                "  a\n\n",
                "# c\n",
                "}\n",
                "(\n",
                "    code here\n\n",
                "    f(x)\nlazy\n\n",
                "  - b\n",
                "===\n",
                "((((",
                "=",
                "# ",
                "f(x)\n\n",
                "a b c d e f g h, "
            })
    void repetitionIsReadInSeconds(String part) {
        String text = "A title\n" + part.repeat(30_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Importer.plainText(text));
    }

    @Test
    void listsThatNestWithoutEndAreRead() {
        StringBuilder text = new StringBuilder("A title\n\n");
        for (int depth = 0; depth < 2_000; depth++) {
            text.append(" ".repeat(2 * depth)).append("- w").append(depth).append("x\n");
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            String read = ReadWords.of(Importer.plainText(text.toString()));
            assertTrue(read.contains("w1999x"), read);
        });
    }

    private static Imported read(String text, String message) {
        try {
            return Importer.plainText(text);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(message, e);
        }
    }

    private static String soup(Random random, int[] words) {
        StringBuilder soup = new StringBuilder();
        for (int lines = 1 + random.nextInt(25); lines > 0; lines--) {
            String line = LINES.get(random.nextInt(LINES.size()));
            soup.append(PLACE.matcher(line).replaceAll(place -> word(place.group(), words[0]++)))
                    .append('\n');
        }
        return soup.toString();
    }

    private static String word(String place, int number) {
        return place.equals("%S") ? "W" + number + "X" : "w" + number + "x";
    }
}
