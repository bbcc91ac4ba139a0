package dev.galley.ingest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads the posts and pages of a WordPress export (WordPress eXtended RSS), one at a time. */
public final class WordPressExport {
    private static final Set<String> ARTICLES = Set.of("post", "page");

    private final Map<String, String> authors = new HashMap<>();
    private final Map<String, Attachment> attachments = new HashMap<>();
    private final ArchiveSlugs slugs = new ArchiveSlugs();

    /** A file in the media library; {@code caption} is HTML. */
    record Attachment(String url, String alt, String caption) {}

    private WordPressExport() {}

    /**
     * Hands on each article in the order of the file; one that can't be read goes to {@code failed} by its name instead.
     * A file that can't be read to its end is a problem before anything is handed on.
     */
    public static void read(Path file, Consumer<ArchiveItem> items, BiConsumer<String, RuntimeException> failed) {
        WordPressExport export = new WordPressExport();
        WxrFile.read(file, export.authors::putIfAbsent, export::note);
        WxrFile.read(file, (login, name) -> {}, item -> export.hand(item, items, failed));
    }

    private void note(WxrItem item) {
        if (item.type().equals("attachment")) {
            attachments.put(
                    item.id(),
                    new Attachment(
                            item.text("wp:attachment_url").strip(),
                            item.meta("_wp_attachment_image_alt"),
                            item.text("excerpt:encoded")));
        }
    }

    private void hand(WxrItem item, Consumer<ArchiveItem> items, BiConsumer<String, RuntimeException> failed) {
        if (!ARTICLES.contains(item.type()) || item.text("wp:status").strip().equals("trash")) {
            return;
        }
        String name = "post " + item.id();
        ArchiveItem read;
        try {
            read = new WordPressArticle(name, item, authors, attachments).read(slugs);
        } catch (RuntimeException e) {
            failed.accept(name, e);
            return;
        }
        items.accept(read);
    }
}
