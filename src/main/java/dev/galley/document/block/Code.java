package dev.galley.document.block;

import dev.galley.document.Required;
import dev.galley.text.InlineText;
import dev.galley.text.SafeHtml;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Source code, kept to the letter. */
public record Code(
        String id,
        @Required String code,
        @Nullable String language,
        @Nullable String filename,
        @Nullable String caption)
        implements Block {
    private static final Pattern FENCES = Pattern.compile("(?m)^ {0,3}(`{3,})");

    /** What can stand as the first word behind a fence. */
    private static final Pattern LANGUAGE = Pattern.compile("[^\\s`\"'=&\\\\{}]+");

    public Code {
        id = Blocks.orEmpty(id);
    }

    public Code(String code, @Nullable String language) {
        this("", code, language, null, null);
    }

    @Override
    public Code withId(String id) {
        return new Code(id, code, language, filename, caption);
    }

    @Override
    public Code mapText(UnaryOperator<String> rewrite) {
        return new Code(id, code, language, filename, Blocks.map(caption, rewrite));
    }

    @Override
    public Stream<String> words() {
        return caption == null ? Stream.of(code) : Stream.of(code, InlineText.plain(caption));
    }

    /** The info string carries the file name and the caption as {@code filename="…" caption="…"}. */
    @Override
    public String markdown() {
        String fence = "`".repeat(longestFenceInside() + 1);
        boolean word = language != null && LANGUAGE.matcher(language).matches();
        StringBuilder info = new StringBuilder(word ? language : "");
        attribute(info, "language", word ? null : language);
        attribute(info, "filename", filename);
        attribute(info, "caption", caption);
        return fence + info + "\n" + code + (code.isEmpty() ? "" : "\n") + fence;
    }

    @Override
    public String html() {
        String classes = language == null ? "" : " class=\"language-" + SafeHtml.escape(language) + "\"";
        String body = "<pre><code" + classes + ">" + SafeHtml.escape(code) + "</code></pre>";
        if (filename == null && caption == null) {
            return body;
        }
        String name = filename == null ? "" : "<code>" + SafeHtml.escape(filename) + "</code> ";
        return "<figure>" + body + "<figcaption>" + name + (caption == null ? "" : InlineText.html(caption))
                + "</figcaption></figure>";
    }

    @Override
    public String plain() {
        return caption == null ? code : code + "\n" + InlineText.plain(caption);
    }

    private int longestFenceInside() {
        return FENCES.matcher(code)
                .results()
                .mapToInt(fence -> fence.group(1).length())
                .max()
                .orElse(2);
    }

    private static void attribute(StringBuilder info, String name, @Nullable String value) {
        if (value != null) {
            // Once for the quotes around it, and once for CommonMark, which reads escapes and entities here.
            String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
            String escaped = quoted.replace("&", "&amp;")
                    .replace("`", "&#96;")
                    .replace("\\", "&#92;")
                    .replace("\n", "&#10;");
            info.append(' ').append(name).append("=\"").append(escaped).append('"');
        }
    }
}
