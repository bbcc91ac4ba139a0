package dev.galley.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What an article should have become: a plain tree that is edited by hand, with nothing of Galley's own in it. It
 * predicts the status of each answer, the document, its order, its ids (a new part's id is taken from the answer that
 * made it, and is the model's from then on), the versions and what is public.
 */
final class ArticleModel {
    private static final int SECTION_DEPTH = 6;
    private static final int BLOCK_DEPTH = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> ids;
    private final Map<Long, ObjectNode> versions;
    private ObjectNode document;
    private long version;
    private String status;
    private boolean wasPublic;
    private long publishedVersion;

    private ArticleModel(ArticleModel other) {
        ids = new HashSet<>(other.ids);
        versions = new HashMap<>(other.versions);
        document = other.document;
        version = other.version;
        status = other.status;
        wasPublic = other.wasPublic;
        publishedVersion = other.publishedVersion;
    }

    private ArticleModel(ObjectNode document) {
        ids = new HashSet<>();
        versions = new HashMap<>(Map.of(1L, document));
        this.document = document;
        version = 1;
        status = "draft";
    }

    /** A part of a document, as paths name it, and where the ones inside another stand. */
    enum Part {
        SECTION("sections"),
        BLOCK("blocks"),
        TAKEAWAY("takeaways"),
        FAQ("faqs");

        final String path;

        Part(String path) {
            this.path = path;
        }

        private String root() {
            return this == BLOCK ? "lead" : path;
        }
    }

    /** A list and a place in it. */
    private record Place(ArrayNode list, int index) {
        ObjectNode part() {
            return (ObjectNode) list.get(index);
        }
    }

    private static final class Refused extends RuntimeException {
        private final int status;

        Refused(int status) {
            this.status = status;
        }
    }

    /** What was just created: the document as it was sent, and the answer to it. */
    static ArticleModel created(ObjectNode document, JsonNode answer) {
        ArticleModel model = new ArticleModel(document);
        model.adopt(answer);
        return model;
    }

    /** To try on what an edit would make of it. */
    ArticleModel copy() {
        return new ArticleModel(this);
    }

    /** Not to be changed. */
    ObjectNode document() {
        return document;
    }

    /** The document of an earlier version, not to be changed. */
    ObjectNode document(long version) {
        return versions.get(version);
    }

    long version() {
        return version;
    }

    String status() {
        return status;
    }

    boolean isTrashed() {
        return status.equals("trashed");
    }

    boolean isPublic() {
        return status.equals("published");
    }

    boolean wasPublic() {
        return wasPublic;
    }

    /** 0 where none is. */
    long publishedVersion() {
        return publishedVersion;
    }

    /** What every article needs before it may be public: no section, answer or call-out is empty. */
    boolean isWhole() {
        return isWhole(document);
    }

    private static boolean isWhole(JsonNode tree) {
        boolean holdsNothing = tree.has("blocks") && tree.path("blocks").isEmpty() && !tree.has("checked");
        if (holdsNothing && tree.path("sections").isEmpty()
                || tree.has("answer") && tree.path("answer").isEmpty()) {
            return false;
        }
        for (JsonNode child : tree) {
            if (!isWhole(child)) {
                return false;
            }
        }
        return true;
    }

    // Edits: each gives the status of the answer, and changes the model where that is a success

    int add(Part part, ObjectNode added, String parentId, Integer position) {
        return save(201, document -> {
            insert(children(document, part, parentId == null ? "" : parentId), added.deepCopy(), position);
            return document;
        });
    }

    int change(String id, String member, String value) {
        return save(200, document -> {
            find(document, id).part().put(member, value);
            return document;
        });
    }

    int remove(String id) {
        return save(200, document -> {
            Place place = find(document, id);
            place.list.remove(place.index);
            return document;
        });
    }

    /** {@code parentId} is null for the same parent, "" for none. */
    int move(Part part, String id, String parentId, Integer position) {
        return save(200, document -> {
            Place place = find(document, id);
            ObjectNode moved = place.part();
            if (parentId != null && (parentId.equals(id) || holds(moved, parentId))) {
                throw new Refused(400);
            }
            place.list.remove(place.index);
            insert(parentId == null ? place.list : children(document, part, parentId), moved, position);
            return document;
        });
    }

    /** By somebody who last saw the version {@code seen}. */
    int replace(long seen, ObjectNode next) {
        return seen == version ? save(200, any -> next.deepCopy()) : 412;
    }

    int publish() {
        if (isTrashed()) {
            return 409;
        }
        status = "published";
        wasPublic = true;
        publishedVersion = version;
        return 200;
    }

    /** That it was this version which became public; 0 is none. */
    void publishedAs(long version) {
        publishedVersion = version;
    }

    int unpublish() {
        if (isTrashed()) {
            return 409;
        }
        if (isPublic()) {
            status = "unpublished";
            publishedVersion = 0;
        }
        return 200;
    }

    int trash(long seen) {
        if (seen != version) {
            return 412;
        }
        status = "trashed";
        publishedVersion = 0;
        return 204;
    }

    int restore() {
        if (isTrashed()) {
            status = wasPublic ? "unpublished" : "draft";
        }
        return 200;
    }

    private int save(int success, UnaryOperator<ObjectNode> edit) {
        ObjectNode next;
        try {
            next = edit.apply(document.deepCopy());
        } catch (Refused refused) {
            return refused.status;
        }
        if (isTrashed()) {
            return 409;
        }
        if (depth(next.path("sections"), "sections") > SECTION_DEPTH || blockDepth(next) > BLOCK_DEPTH) {
            return 400;
        }
        if (!next.equals(document)) {
            document = next;
            version++;
            versions.put(version, next);
        }
        return success;
    }

    // Ids

    /** Takes the ids of what is new from the answer that made it, and holds them to be new. */
    void adopt(JsonNode answer) {
        if (answer.has("takeaways")) {
            adoptInside(document, answer);
        } else {
            parts(document).stream().filter(part -> !part.has("id")).findFirst().ifPresent(part -> adopt(part, answer));
        }
    }

    private void adopt(ObjectNode part, JsonNode answer) {
        if (!part.has("id") && answer.has("id")) {
            String id = answer.path("id").asText();
            assertTrue(ids.add(id), () -> "an id given twice: " + id);
            part.put("id", id);
        }
        adoptInside(part, answer);
    }

    private void adoptInside(ObjectNode tree, JsonNode answer) {
        tree.properties().forEach(member -> {
            JsonNode answered = answer.path(member.getKey());
            for (int i = 0; i < member.getValue().size(); i++) {
                assertEquals(member.getValue().size(), answered.size(), member.getKey());
                if (member.getValue().get(i) instanceof ObjectNode part) {
                    adopt(part, answered.get(i));
                }
            }
        });
    }

    // The tree

    /** What the model speaks of in a draft or a delivered article. */
    static ObjectNode of(JsonNode article) {
        ObjectNode document = JSON.createObjectNode();
        document.set("title", article.path("title"));
        document.set("summary", article.path("summary"));
        ArrayNode topics = document.putArray("topics");
        article.path("topics").forEach(topic -> topics.add(topic.path("slug").asText()));
        for (String member : List.of("lead", "sections", "takeaways", "faqs")) {
            document.set(member, Documents.without(article.path(member), "level"));
        }
        return document;
    }

    /** The ids of all parts of a kind, in reading order. */
    static List<String> ids(JsonNode document, Part part) {
        List<? extends JsonNode> parts =
                switch (part) {
                    case BLOCK ->
                        parts(document).stream().filter(one -> one.has("type")).toList();
                    case SECTION ->
                        parts(document.path("sections")).stream()
                                .filter(one -> one.has("heading"))
                                .toList();
                    case TAKEAWAY, FAQ -> elements(document.path(part.path));
                };
        return parts.stream().map(one -> one.path("id").asText()).toList();
    }

    static ObjectNode part(JsonNode document, String id) {
        return find(document, id).part();
    }

    /** Everything that has or gets an id. */
    private static List<ObjectNode> parts(JsonNode tree) {
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode child : tree) {
            if (tree.isArray() && child instanceof ObjectNode part && !part.has("checked")) {
                found.add(part);
            }
            found.addAll(parts(child));
        }
        return found;
    }

    private static List<JsonNode> elements(JsonNode list) {
        List<JsonNode> elements = new ArrayList<>();
        list.forEach(elements::add);
        return elements;
    }

    private static Place find(JsonNode tree, String id) {
        Place place = search(tree, id);
        if (place == null) {
            throw new Refused(404);
        }
        return place;
    }

    private static Place search(JsonNode tree, String id) {
        int index = 0;
        for (JsonNode child : tree) {
            if (tree instanceof ArrayNode list && child.path("id").asText().equals(id)) {
                return new Place(list, index);
            }
            Place inside = search(child, id);
            if (inside != null) {
                return inside;
            }
            index++;
        }
        return null;
    }

    private static boolean holds(JsonNode tree, String id) {
        return search(tree, id) != null;
    }

    private static ArrayNode children(ObjectNode document, Part part, String parentId) {
        if (parentId.isEmpty()) {
            return (ArrayNode) document.path(part.root());
        }
        Place place = search(document, parentId);
        JsonNode parent = place == null ? JSON.missingNode() : place.part();
        JsonNode list = part == Part.BLOCK && parent.has("answer") ? parent.path("answer") : parent.path(part.path);
        if (list instanceof ArrayNode children) {
            return children;
        }
        throw new Refused(400);
    }

    private static void insert(ArrayNode list, ObjectNode part, Integer position) {
        int index = position == null ? list.size() : position;
        if (index < 0 || index > list.size()) {
            throw new Refused(400);
        }
        list.insert(index, part);
    }

    private static int depth(JsonNode list, String member) {
        int deepest = 0;
        for (JsonNode entry : list) {
            deepest = Math.max(deepest, depth(entry.path(member), member));
        }
        return list.isEmpty() ? 0 : 1 + deepest;
    }

    /** Of blocks in blocks, wherever they stand. */
    private static int blockDepth(JsonNode tree) {
        int deepest = 0;
        for (JsonNode child : tree) {
            deepest = Math.max(deepest, blockDepth(child));
        }
        return tree.has("type") ? 1 + deepest : deepest;
    }
}
