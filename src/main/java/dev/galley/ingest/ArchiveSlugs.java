package dev.galley.ingest;

import dev.galley.text.Slug;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The slugs of one archive as Galley can have them. Each is given once: an import takes the same slug for the same
 * article, so that of two pages with one name the second would replace the first.
 */
final class ArchiveSlugs {
    private final Set<String> given = new HashSet<>();

    /** "" where none was asked for, so that it is made from the title. */
    String slug(String asked, String item, List<ImportWarning> warnings) {
        if (asked.isBlank()) {
            return "";
        }
        String named = Slug.of(item, "item");
        String slug = of(asked, named);
        if (!given.add(slug)) {
            slug = Slug.of(named + "-" + slug, named);
            given.add(slug);
        }
        if (!slug.equals(asked)) {
            String detail = "\"slug\" can't be \"" + HtmlReading.excerpt(asked) + "\" here and became \"" + slug + "\"";
            warnings.add(new ImportWarning(ImportWarning.FRONT_MATTER_IGNORED, detail, null));
        }
        return slug;
    }

    /** Itself where it is valid; many archives percent-encode what isn't ASCII. */
    static String of(String slug, String fallback) {
        return Slug.isValid(slug) ? slug : Slug.of(decoded(slug), fallback);
    }

    private static String decoded(String slug) {
        try {
            return URLDecoder.decode(slug, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return slug;
        }
    }
}
