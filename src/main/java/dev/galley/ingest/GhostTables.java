package dev.galley.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a Ghost export says of its posts in tables beside theirs. */
final class GhostTables {
    static final Set<String> NAMES = Set.of("users", "tags", "posts_authors", "posts_tags", "posts_meta");

    private static final Set<String> META =
            Set.of("meta_title", "meta_description", "og_image", "feature_image_alt", "feature_image_caption");

    private final Map<String, JsonNode> users = new HashMap<>();
    private final Map<String, JsonNode> tags = new HashMap<>();
    private final Map<String, JsonNode> metas = new HashMap<>();
    private final Map<String, List<Link>> authorsOfPosts = new HashMap<>();
    private final Map<String, List<Link>> tagsOfPosts = new HashMap<>();

    /** From a post to one of its authors or tags. */
    private record Link(String to, int order) {}

    void add(String table, JsonNode row) {
        switch (table) {
            case "users" -> users.put(id(row, "id"), ((ObjectNode) row).retain("name", "slug", "website"));
            case "tags" -> tags.put(id(row, "id"), ((ObjectNode) row).retain("name", "slug", "visibility"));
            case "posts_meta" -> metas.put(id(row, "post_id"), ((ObjectNode) row).retain(META));
            case "posts_authors" -> link(authorsOfPosts, row, "author_id");
            default -> link(tagsOfPosts, row, "tag_id");
        }
    }

    private static void link(Map<String, List<Link>> links, JsonNode row, String to) {
        links.computeIfAbsent(id(row, "post_id"), unused -> new ArrayList<>())
                .add(new Link(id(row, to), row.path("sort_order").asInt(0)));
    }

    static String id(JsonNode row, String member) {
        return row.path(member).asText("");
    }

    /** In their order; an id that is not in the file leads to a missing node. Old posts name one author themselves. */
    List<JsonNode> authors(JsonNode post) {
        List<Link> links = authorsOfPosts.get(id(post, "id"));
        List<Link> own = post.hasNonNull("author_id") ? List.of(new Link(id(post, "author_id"), 0)) : List.<Link>of();
        return sorted(links == null ? own : links, users);
    }

    List<JsonNode> tags(JsonNode post) {
        return sorted(tagsOfPosts.getOrDefault(id(post, "id"), List.of()), tags);
    }

    private static List<JsonNode> sorted(List<Link> links, Map<String, JsonNode> table) {
        return links.stream()
                .sorted(Comparator.comparingInt(Link::order))
                .map(link -> table.getOrDefault(link.to(), MissingNode.getInstance()))
                .toList();
    }

    /** What newer versions of Ghost keep in a table of its own. */
    JsonNode meta(JsonNode post) {
        return metas.getOrDefault(id(post, "id"), MissingNode.getInstance());
    }
}
