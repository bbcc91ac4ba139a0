package dev.galley.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;

/** What the rules for Dutch get wrong, as Lucene's own analyzer corrects it. */
final class DutchWords {
    static final StemmerOverrideMap STEMS =
            stems(Map.of("fiets", "fiets", "bromfiets", "bromfiets", "ei", "eier", "kind", "kinder"));

    private DutchWords() {}

    private static StemmerOverrideMap stems(Map<String, String> stems) {
        StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder();
        stems.forEach(builder::add);
        try {
            return builder.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
