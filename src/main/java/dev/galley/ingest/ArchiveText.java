package dev.galley.ingest;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The short texts that an archive keeps beside an article. */
final class ArchiveText {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private ArchiveText() {}

    /** Text on one line, without what a document can't hold. */
    static String line(String text, List<ImportWarning> warnings) {
        return SPACES.matcher(CleanText.clean(text, warnings)).replaceAll(" ").strip();
    }

    /** The words of a text that its source keeps as HTML. */
    static String words(String html, List<ImportWarning> warnings) {
        return line(Jsoup.parse(html).text(), warnings);
    }

    /** HTML as one text member; null where it says nothing. */
    static @Nullable String inline(String html, String base, List<ImportWarning> warnings) {
        Element root = HtmlReader.fragment(html, base, warnings);
        String text = HtmlFlow.asLine(Outline.blocks(HtmlReader.pieces(root, warnings), warnings));
        return text.isBlank() ? null : text;
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static void ignored(String name, String why, List<ImportWarning> warnings) {
        warnings.add(new ImportWarning(ImportWarning.FRONT_MATTER_IGNORED, "\"" + name + "\" " + why, null));
    }
}
