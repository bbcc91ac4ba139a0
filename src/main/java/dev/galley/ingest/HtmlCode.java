package dev.galley.ingest;

import dev.galley.document.block.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Reads {@code pre}: its text to the letter, and the language that highlighters note in a dozen ways. */
final class HtmlCode {
    private static final Pattern LANGUAGE =
            Pattern.compile("(?:^|\\s)(?:language|lang|highlight-source|highlight-text|highlight)-([\\w+#.-]+)");
    private static final Pattern BRUSH = Pattern.compile("brush:\\s*([\\w+#-]+)");

    /** A highlighter's own class, beside which the language stands as a bare word. */
    private static final Set<String> HIGHLIGHTERS = Set.of("hljs", "sourcecode", "highlight", "prettyprint", "shiki");

    private static final Set<String> LANGUAGES = Set.of(
            "bash",
            "c",
            "cpp",
            "csharp",
            "css",
            "dart",
            "diff",
            "dockerfile",
            "elixir",
            "go",
            "graphql",
            "haskell",
            "html",
            "ini",
            "java",
            "javascript",
            "js",
            "json",
            "jsx",
            "kotlin",
            "lua",
            "makefile",
            "markdown",
            "perl",
            "php",
            "python",
            "py",
            "r",
            "ruby",
            "rust",
            "scala",
            "shell",
            "sh",
            "sql",
            "swift",
            "toml",
            "ts",
            "tsx",
            "typescript",
            "xml",
            "yaml",
            "yml");
    private static final Set<String> NO_LANGUAGE = Set.of("none", "nohighlight", "default", "auto");

    private static final Pattern GUTTER = Pattern.compile("gutter|lineno|line-?num|hljs-ln-n");
    private static final Pattern NUMBERS = Pattern.compile("[\\d\\s]+");
    private static final int ANCESTORS = 3;

    private HtmlCode() {}

    static void add(Element pre, HtmlFlow flow) {
        String code = text(pre);
        if (code.isBlank() || isGutter(pre) || standsInGutter(pre)) {
            flow.flush(pre);
            return;
        }
        if (pre.selectFirst("img, iframe, table:has(p)") != null) {
            flow.reading().converted("Only the text of a code block was kept", pre);
        }
        String filename = attribute(pre, "data-filename", "data-file");
        flow.add(new Code("", code, language(pre), filename, null), pre);
    }

    private static String text(Element pre) {
        StringBuilder code = new StringBuilder();
        List<Element> gutters = new ArrayList<>();
        pre.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    if (isGutter(element)) {
                        gutters.add(element);
                    }
                    startLine(element, pre, code);
                } else if (node instanceof TextNode text && gutters.isEmpty()) {
                    code.append(text.getWholeText());
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (!gutters.isEmpty() && gutters.get(gutters.size() - 1) == node) {
                    gutters.remove(gutters.size() - 1);
                }
            }
        });
        return code.toString().replace("\r\n", "\n").stripTrailing();
    }

    /** Some highlighters make each line a block of its own, or a row. */
    private static void startLine(Element element, Element pre, StringBuilder code) {
        boolean line = element != pre && List.of("div", "p", "tr", "li").contains(element.normalName());
        boolean begun = !code.isEmpty() && code.charAt(code.length() - 1) != '\n';
        if (element.normalName().equals("br") || (line && begun)) {
            code.append('\n');
        }
    }

    private static boolean isGutter(Element element) {
        return !element.normalName().equals("pre")
                && GUTTER.matcher(Furniture.attribute(element, "class")).find()
                && (element.text().isBlank() || NUMBERS.matcher(element.text()).matches());
    }

    /** The line numbers of the code in the next cell. */
    private static boolean standsInGutter(Element pre) {
        Element cell = pre.closest("td");
        Element next = cell == null ? null : cell.nextElementSibling();
        return next != null
                && next.selectFirst("pre") != null
                && NUMBERS.matcher(pre.text()).matches();
    }

    private static @Nullable String language(Element pre) {
        List<Element> places = new ArrayList<>();
        places.addAll(pre.select("> code"));
        places.add(pre);
        Element around = pre.parent();
        for (int i = 0; i < ANCESTORS && around != null && around.select("pre").size() == 1; i++) {
            places.add(around);
            around = around.parent();
        }
        for (Element place : places) {
            String language = noted(place);
            if (language != null) {
                return NO_LANGUAGE.contains(language) ? null : language;
            }
        }
        return null;
    }

    private static @Nullable String noted(Element place) {
        String named = attribute(place, "data-lang", "data-language");
        if (named != null) {
            return named.toLowerCase(Locale.ROOT);
        }
        String classes = Furniture.attribute(place, "class").toLowerCase(Locale.ROOT);
        for (Pattern pattern : List.of(LANGUAGE, BRUSH)) {
            Matcher matcher = pattern.matcher(classes);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        List<String> words = List.of(classes.split("\\s+"));
        boolean highlighted = words.stream().anyMatch(HIGHLIGHTERS::contains);
        return words.stream()
                .filter(word -> highlighted && LANGUAGES.contains(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String attribute(Element element, String... names) {
        for (String name : names) {
            String value = Furniture.attribute(element, name).strip();
            if (!value.isEmpty()) {
                return value;
            }
        }
        return null;
    }
}
