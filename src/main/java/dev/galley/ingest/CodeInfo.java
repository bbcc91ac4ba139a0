package dev.galley.ingest;

import dev.galley.document.block.Code;
import dev.galley.text.InlineText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.jspecify.annotations.Nullable;

/** What stands behind the fence of a code block: {@code python filename="a.py" caption="…"}. */
final class CodeInfo {
    private static final Pattern PART =
            Pattern.compile("([A-Za-z]+)=\"((?:[^\"\\\\]|\\\\.)*+)\"|([A-Za-z]+)='([^']*)'|(\\S+)", Pattern.DOTALL);

    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\\"])");

    private @Nullable String language;
    private @Nullable String filename;
    private @Nullable String caption;
    private final StringBuilder others = new StringBuilder();

    static Code code(FencedCodeBlock fenced, String code, int line, List<ImportWarning> warnings) {
        CodeInfo info = new CodeInfo();
        info.read(fenced.getInfo() == null ? "" : fenced.getInfo());
        if (!info.others.isEmpty()) {
            Warnings.converted(
                    warnings, "A code block's \"" + info.others.toString().strip() + "\" was left out", line);
        }
        return new Code("", code, info.language, info.filename, info.caption);
    }

    private void read(String info) {
        Matcher part = PART.matcher(info);
        while (part.find()) {
            String word = part.group(5);
            if (word != null) {
                word(word, part.start() == 0);
            } else if (part.group(1) != null) {
                attribute(part.group(1), ESCAPED.matcher(part.group(2)).replaceAll("$1"), part.group());
            } else {
                attribute(part.group(3), part.group(4), part.group());
            }
        }
    }

    private void word(String word, boolean first) {
        if (first && !word.startsWith("{")) {
            language = word;
        } else {
            others.append(word).append(' ');
        }
    }

    private void attribute(String name, String value, String whole) {
        switch (name) {
            case "language", "lang" -> language = value;
            case "filename", "file", "title" -> filename = value;
            case "caption" -> caption = InlineText.of(InlineText.parse(value));
            default -> others.append(whole).append(' ');
        }
    }
}
