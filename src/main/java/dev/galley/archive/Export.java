package dev.galley.archive;

import dev.galley.editorial.ExportedDraft;
import dev.galley.rendition.MarkdownRendition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** All articles as a ZIP, written while they are read: a page of them is in memory at a time. */
final class Export {
    private static final int AT_ONCE = 20;
    private static final String DRAFT = ".draft";

    /** The earliest that ZIP knows: the same articles make the same file, whenever that is. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** How an article is written. */
    enum Format {
        MARKDOWN("md", article -> MarkdownRendition.of(article.document(), article.archived())),
        JSON("json", article -> article.json().toPrettyString() + "\n");

        private final String suffix;
        private final Function<ExportedDraft, String> writing;

        Format(String suffix, Function<ExportedDraft, String> writing) {
            this.suffix = suffix;
            this.writing = writing;
        }
    }

    private final Format format;

    Export(Format format) {
        this.format = format;
    }

    /** The next version of an article whose public one has a file of its own, before it. */
    static boolean isDraftOfPublic(String name) {
        return name.endsWith(DRAFT + ".md") || name.endsWith(DRAFT + ".json");
    }

    void write(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            List<ExportedDraft> page = behind(null);
            while (!page.isEmpty()) {
                for (int i = 0; i < page.size(); i++) {
                    write(page.get(i), i > 0 && isSame(page.get(i), page.get(i - 1)), zip);
                }
                page = behind(page.get(page.size() - 1).archived().id());
            }
        }
    }

    private static boolean isSame(ExportedDraft one, ExportedDraft other) {
        return one.archived().id().equals(other.archived().id());
    }

    private static List<ExportedDraft> behind(@Nullable UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> ExportedDraft.behind(id, AT_ONCE));
    }

    private void write(ExportedDraft article, boolean second, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry("articles/" + article.document().locale() + "/"
                + article.document().slug() + (second ? DRAFT : "") + "." + format.suffix);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(format.writing.apply(article).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
