package dev.galley.ingest;

import static dev.galley.ingest.HostileSources.about;
import static dev.galley.ingest.HostileSources.each;
import static dev.galley.ingest.HostileSources.soup;

import dev.galley.ingest.HostileSources.Kind;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Plain text whose shape says nothing, or too much. */
final class HostilePlainText {
    private static final List<String> LINES = List.of(
            "A Title In Capitals\n",
            "A sentence that ends.\n",
            "What is it?\n",
            "• a bullet\n",
            "– a dash\n",
            "1. one\n",
            "(a) one\n",
            "IV. four\n",
            "Key Takeaways\n",
            "Frequently Asked Questions\n",
            "Pro Insight\n",
            "💡 Tip: this\n",
            "def f(x):\n    return x\n",
            "SELECT * FROM t;\n",
            "$ ls -l\n",
            "{\n  \"a\": 1\n}\n",
            "python\n",
            "Copy code\n",
            "a\tb\tc\n",
            "=====\n",
            "\n",
            "\n\n\n",
            "   indented\n");

    private HostilePlainText() {}

    static List<Kind> kinds() {
        return List.of(
                kind("one line of a million characters", random -> "word ".repeat(200_000)),
                kind("one word of 500,000 characters", random -> "w".repeat(500_000)),
                kind("50,000 lines of one character", random -> "a\n".repeat(50_000)),
                kind("one character", random -> "?"),
                kind("5,000 questions", random -> each(5_000, i -> "Is it " + i + "?\nYes.\n\n")),
                kind("5,000 questions with no answer", random -> "FAQ\n\n" + "Why?\n".repeat(5_000)),
                kind("5,000 headings", random -> each(5_000, i -> "Heading Number " + i + "\n\n")),
                kind("all in capitals", random -> "THIS IS A LINE IN CAPITALS\n\n".repeat(about(500, random))),
                kind("a staircase of spaces", random -> each(500, i -> " ".repeat(i) + "- step\n")),
                kind("10,000 bullets on a line", random -> "• ".repeat(10_000)),
                kind("numbers in numbers", random -> each(200, i -> "1.".repeat(i + 1) + " Part\n")),
                kind("only punctuation", random -> "!?;:,.-–—…\"'()[]{}\n".repeat(about(1_000, random))),
                kind("code that never ends", random -> "    for (;;) {\n".repeat(about(2_000, random))),
                kind("a tower of marks", random -> "Z" + "\u0300\u0489\u0336".repeat(about(20_000, random))),
                kind("emoji joined to emoji", random -> "👩\u200D".repeat(about(10_000, random))),
                kind("line ends of every kind", random -> "T\r\ra\r\nb\u2028c\u2029d\u0085e\fg\u000Bh\n\r"),
                kind("right to left", random -> "\u202Eעברית\u2066 english \u2069؟ العربية\n\n"
                        .repeat(about(300, random))),
                kind("long white space within lines", random -> ("a" + " ".repeat(2_000) + "b?\n").repeat(50)),
                kind(
                        "markup said to be plain text",
                        random -> "# T\n\n<script>alert(1)</script>\n\n**b** [a](javascript:x)\n"),
                kind("lines of every shape", random -> soup(LINES, about(400, random), random)),
                kind("words in any order", HostilePlainText::words));
    }

    private static Kind kind(String description, Function<Random, String> text) {
        return Kind.text("text/plain", description, text);
    }

    private static String words(Random random) {
        return random.ints(about(5_000, random), 0x20, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
