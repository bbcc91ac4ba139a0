package dev.galley.document;

import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.Divider;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.ListBlock.Style;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.document.block.Table;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Documents that no editor would write, but could: the same for the same seed. Texts are in Galley's own spelling. */
public final class GeneratedDocuments {
    private static final int MAX_BLOCK_DEPTH = 8;
    private static final int MAX_SECTION_DEPTH = 6;

    private static final List<String> WORDS = List.of(
            "model",
            "Alphabet",
            "it's",
            "“quoted”",
            "naïve",
            "2 * 3 * 4",
            "a_b_c",
            "*",
            "**",
            "_",
            "`",
            "``",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "<b>",
            "</b>",
            "&",
            "&amp;",
            "&#35;",
            "~",
            "~~",
            "~5",
            "!",
            "![",
            "![x](y)",
            "[x](y)",
            "|",
            "a|b",
            "\\",
            "\\|",
            "\\*",
            "#",
            "# one",
            "##",
            "C#",
            "#1",
            "-",
            "- one",
            "--",
            "---",
            "+",
            "+ one",
            "=",
            "===",
            "1.",
            "1. one",
            "2) two",
            "1986. A year",
            ":",
            ":::",
            ":::note",
            "::: tip",
            ">",
            "> quoted",
            "```",
            "~~~",
            "***",
            "* * *",
            "[!NOTE]",
            "[ ]",
            "[x] done",
            "{#anchor}",
            "{width=5}",
            "{",
            "}",
            "— Ada",
            "–",
            "…",
            "😀",
            "💡",
            "⚠️ Mind",
            "👩‍💻",
            "東京",
            "人工知能。",
            "مرحبا",
            "שלום",
            "ñandú",
            "Ω",
            "𝒳",
            "https://example.org/a_b?c=d&e=f",
            "<https://example.org>",
            "me@example.org",
            "javascript:alert(1)",
            "<!-- no -->",
            "<script>",
            "<!-- as-is -->",
            "**Note:** this",
            "Note:",
            "Pro tip:",
            "FAQ",
            "[a]: /b",
            "%",
            "$",
            "^",
            "'",
            "\"",
            "a\"b",
            "\u00A0",
            "end.",
            "?",
            "Why?",
            "?!",
            "[^1]",
            "@",
            "x<y",
            "x>y",
            "a&b",
            "`code`",
            "\t",
            "  ",
            "*a*",
            "__init__",
            "snake_case_");

    private static final List<String> HEADINGS = List.of(
            "FAQ",
            "Key Takeaways",
            "TL;DR",
            "Pro Insight",
            "Note",
            "Frequently Asked Questions",
            "Highlights",
            "C #",
            "Title {#x}",
            "1. First",
            "What is it?",
            "# Hash ##",
            "💡 Tip",
            "Q&A");

    private static final List<String> CODES = List.of(
            "",
            "a",
            "a\n",
            "\n",
            "\n\na",
            "  indented\n\ttabbed\n",
            "```\nfence\n```",
            "````",
            "~~~",
            " ```",
            "# no heading",
            "> no quote\n- no list",
            "a\n\n\nb",
            "<!-- as-is -->",
            "---",
            ":::",
            "\\",
            "|a|\n|-|",
            "    four\n   \nblank");

    private final Random random;

    private GeneratedDocuments(long seed) {
        this.random = new Random(seed);
    }

    /** The document of a seed. */
    public static ArticleDocument of(long seed) {
        return new GeneratedDocuments(seed).document();
    }

    /** An inline text in canonical spelling, not empty. */
    public static String text(long seed) {
        return new GeneratedDocuments(seed).text();
    }

    /** Nasty characters with no meaning. */
    public static String characters(long seed) {
        return new GeneratedDocuments(seed).characters();
    }

    private ArticleDocument document() {
        return new ArticleDocument(
                oneOf("", slug()),
                oneOf("", "en", "de-CH", "zh-Hant-TW", "no"),
                maybe(this::slug),
                heading(),
                maybe(this::words),
                listOf(2, this::author),
                listOf(3, this::topic),
                maybe(() -> new SeriesPlace(slug(), maybe(this::words), maybe(() -> 1 + random.nextInt(9)))),
                maybe(this::hero),
                blocks(2, 1),
                listOf(2, () -> section(1)),
                listOf(3, () -> new Takeaway(text())),
                listOf(2, this::faq),
                oneOf(Seo.NONE, new Seo(maybe(this::words), maybe(this::words), maybe(this::webUrl), chance(2))));
    }

    private AuthorRef author() {
        return oneOf(AuthorRef.bySlug(uniqueSlug()), new AuthorRef(uniqueSlug(), words(), maybe(this::webUrl)));
    }

    private TopicRef topic() {
        TopicKind kind = maybe(() -> oneOf(TopicKind.values()));
        return oneOf(TopicRef.bySlug(uniqueSlug()), new TopicRef(uniqueSlug(), words(), kind));
    }

    private Hero hero() {
        return new Hero(imageUrl(), maybe(this::words), maybe(this::words), maybe(this::size), maybe(this::size));
    }

    private Section section(int depth) {
        int inner = depth < MAX_SECTION_DEPTH ? random.nextInt(depth == 1 ? 3 : 2) : 0;
        List<Section> sections =
                IntStream.range(0, inner).mapToObj(i -> section(depth + 1)).toList();
        return new Section("", anchor(), heading(), blocks(2, 1), sections);
    }

    private Faq faq() {
        return new Faq("", anchor(), heading(), blocks(2, 1));
    }

    private String anchor() {
        return chance(3) ? slug() : "";
    }

    private List<Block> blocks(int most, int depth) {
        return listOf(most, () -> block(depth));
    }

    private Block block(int depth) {
        boolean deeper = depth < MAX_BLOCK_DEPTH;
        return switch (random.nextInt(deeper ? 13 : 9)) {
            case 0 -> code();
            case 1 -> image();
            case 2 -> table();
            case 3 -> embed();
            case 4 -> new Divider();
            case 5 -> new Paragraph(oneOf("**Note:** ", "💡 ", "**Pro tip**: ", "— ", "⚠️ **Careful:** ") + "words");
            case 6, 7, 8 -> new Paragraph(text());
            case 9, 10 -> list(depth);
            case 11 -> new Callout(oneOf(Callout.Kind.values()), maybe(this::heading), blocks(2, depth + 1));
            default -> new Quote(blocks(2, depth + 1), maybe(this::text));
        };
    }

    private ListBlock list(int depth) {
        Style style = oneOf(Style.values());
        Integer start = style == Style.ORDERED && chance(2) ? Integer.valueOf(oneOf(0, 2, 9, 99, 2024)) : null;
        List<Item> items = new ArrayList<>();
        items.add(item(style == Style.TASK ? Boolean.valueOf(chance(2)) : null, depth));
        items.addAll(listOf(2, () -> item(style == Style.TASK ? maybe(() -> chance(2)) : null, depth)));
        return new ListBlock("", style, start, items);
    }

    private Item item(@Nullable Boolean checked, int depth) {
        String text = chance(8) ? "" : text();
        List<Block> blocks = chance(3) ? blocks(2, depth + 1) : List.of();
        return new Item(text, checked, blocks);
    }

    private Code code() {
        String language =
                maybe(() -> oneOf("java", "python", "c++", "C#", "objective-c", "Visual Basic", "a=b", "{x}"));
        return new Code("", oneOf(CODES), language, maybe(this::words), maybe(this::text));
    }

    private Image image() {
        return new Image("", imageUrl(), maybe(this::words), maybe(this::text), maybe(this::size), maybe(this::size));
    }

    private Embed embed() {
        String url = oneOf(
                "https://www.youtube.com/watch?v=a_b_c&t=1",
                "https://vimeo.com/123",
                "https://example.org/x?a=%22b%22&amp=c",
                "https://codepen.io/ada/pen/abc");
        return new Embed(url, maybe(() -> oneOf("youtube", "acme")), maybe(this::words));
    }

    private Table table() {
        int columns = 1 + random.nextInt(3);
        Supplier<List<String>> row =
                () -> Stream.generate(this::cell).limit(columns).toList();
        List<Table.Align> align = Stream.generate(() -> oneOf(Table.Align.values()))
                .limit(columns)
                .toList();
        return new Table(row.get(), listOf(3, row), align);
    }

    private String cell() {
        return chance(5) ? "" : text();
    }

    private String text() {
        Node paragraph = new org.commonmark.node.Paragraph();
        inline(paragraph, 0);
        String text = InlineText.of(InlineText.parse(InlineText.of(paragraph)));
        return text.isEmpty() ? "word" : text;
    }

    private void inline(Node parent, int depth) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(depth < 3 ? 12 : 6)) {
                case 0 -> parent.appendChild(new HardLineBreak());
                case 1 -> parent.appendChild(new org.commonmark.node.Code(characters()));
                case 2, 3, 4, 5, 6, 7 -> parent.appendChild(new Text(oneOf("", " ") + characters() + oneOf("", " ")));
                case 8 -> inside(parent, new Emphasis("*"), depth);
                case 9 -> inside(parent, new StrongEmphasis("**"), depth);
                case 10 -> inside(parent, new Strikethrough("~~"), depth);
                default -> inside(parent, new Link(url(), maybe(this::words)), depth + 2);
            }
        }
    }

    private void inside(Node parent, Node node, int depth) {
        inline(node, depth + 1);
        parent.appendChild(node);
    }

    private String characters() {
        StringBuilder characters = new StringBuilder();
        int count = 1 + random.nextInt(chance(60) ? 60 : 3);
        for (int i = 0; i < count; i++) {
            characters.append(oneOf(WORDS)).append(oneOf(" ", " ", "", "a"));
        }
        return characters.toString();
    }

    /** Plain words in one line, not empty. */
    private String words() {
        String words = characters().replaceAll("\\s+", " ").strip();
        return words.isEmpty() ? "word" : words;
    }

    private String heading() {
        String words = chance(4) ? oneOf(HEADINGS) : words();
        return words.length() > 200 ? "long" : words;
    }

    private String slug() {
        return oneOf("a", "a-b", "2024", "true", "null", "1e3", "no", "x-" + random.nextInt(1000));
    }

    private String uniqueSlug() {
        return "s" + random.nextInt(1_000_000);
    }

    private String url() {
        return oneOf(
                "https://example.org/",
                "https://example.org/a_b*c?d=e&amp=f#g",
                "/relative/path",
                "https://example.org/a(b)c",
                "https://example.org/a b",
                "mailto:me@example.org",
                "https://example.org/<x>",
                "https://example.org/ü\\y",
                "#anchor");
    }

    /** One that documents may hold as an address of their own. */
    private String webUrl() {
        return oneOf("https://example.org/", "https://example.org/a_b*c?d=e&amp=f#g", "https://example.org/a(b)c");
    }

    private String imageUrl() {
        return oneOf(webUrl(), "/relative/path", "#anchor");
    }

    private Integer size() {
        return 1 + random.nextInt(4000);
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return chance(2) ? value.get() : null;
    }

    private <T> List<T> listOf(int most, Supplier<T> value) {
        return Stream.generate(value)
                .limit(random.nextInt(most + 1))
                .filter(Objects::nonNull)
                .toList();
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
