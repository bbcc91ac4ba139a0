package dev.galley.editorial;

import dev.galley.document.ArticleDocument;
import dev.galley.ingest.Imported;
import dev.galley.ingest.Importer;
import dev.galley.text.Slug;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file as site generators keep them: its suffix says what it is, its name what it is called. */
public final class SourceFile {
    private static final Set<String> SUFFIXES = Set.of("md", "markdown", "html", "htm", "txt", "json");

    /** These are about the folder that they stand in. */
    private static final Set<String> OF_THE_FOLDER = Set.of("index", "readme", "_index");

    /** {@code 2024-05-01-a-title}, as Jekyll has it. */
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(.+)");

    private SourceFile() {}

    /** Whether it is an article, and not what a system or a generator has put beside it. */
    public static boolean isOne(String path) {
        String name = name(path);
        return !name.startsWith(".")
                && !path.startsWith("__MACOSX/")
                && SUFFIXES.contains(suffix(name).toLowerCase(Locale.ROOT));
    }

    public static Imported read(String path, byte[] content) {
        return named(path, imported(suffix(name(path)).toLowerCase(Locale.ROOT), content));
    }

    /** A document as Galley exports it: it stays the article that it was. */
    public static Imported json(byte[] content) {
        return JsonImport.readArchived(content);
    }

    private static Imported imported(String suffix, byte[] content) {
        return switch (suffix) {
            case "json" -> json(content);
            case "html", "htm" -> Importer.html(text(content), null);
            case "txt" -> Importer.plainText(text(content));
            default -> Importer.markdown(text(content));
        };
    }

    private static String text(byte[] content) {
        return SourceText.decode(content, null).text();
    }

    /** Where the text names neither slug nor date, its file may. */
    private static Imported named(String path, Imported imported) {
        String name = stem(path);
        Matcher dated = DATED.matcher(name);
        boolean isDated = dated.matches();
        ArticleDocument document = imported.document().slug().isEmpty()
                ? imported.document().withSlug(Slug.of(isDated ? dated.group(2) : name, ""))
                : imported.document();
        return imported.withDocument(document).withPublishedAtUnlessKnown(isDated ? date(dated.group(1)) : null);
    }

    private static @Nullable Instant date(String date) {
        try {
            return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String stem(String path) {
        String name = name(path);
        String stem = name.substring(0, name.length() - suffix(name).length() - 1);
        String folder = name(path.substring(0, Math.max(0, path.length() - name.length() - 1)));
        return OF_THE_FOLDER.contains(stem.toLowerCase(Locale.ROOT)) && !folder.isEmpty() ? folder : stem;
    }

    private static String name(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }

    private static String suffix(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
