package dev.galley.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An {@code item} of a WordPress export as it stands in the file; {@code meta} are the custom fields that matter here. */
record WxrItem(Map<String, String> texts, List<Category> categories, Map<String, List<String>> meta) {
    /** A category or tag, or a term of another taxonomy ({@code domain}). */
    record Category(String domain, String nicename, String name) {}

    WxrItem() {
        this(new HashMap<>(), new ArrayList<>(), new HashMap<>());
    }

    /** "" where it has none. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    List<String> metas(String key) {
        return meta.getOrDefault(key, List.of());
    }

    String meta(String key) {
        List<String> values = metas(key);
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    String id() {
        return text("wp:post_id").strip();
    }

    String type() {
        return text("wp:post_type").strip();
    }
}
