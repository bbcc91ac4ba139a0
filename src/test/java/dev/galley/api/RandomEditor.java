package dev.galley.api;

import static dev.galley.api.Documents.array;
import static dev.galley.api.Documents.paragraph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.ArticleModel.Part;
import dev.galley.api.Editor.Draft;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Somebody who edits an article by what they saw of it last, which may be old. Each word they write is new. */
final class RandomEditor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("id", "anchor");

    private final Draft draft;
    private final Random random;
    private final String words;
    private int written;
    private ObjectNode view;
    private long seen;

    /** {@code words} begins every word that this editor writes. */
    RandomEditor(Draft draft, Random random, String words, ArticleModel model) {
        this.draft = draft;
        this.random = random;
        this.words = words;
        reads(model.document(), model.version());
    }

    /** What a call does to the model; gives the status that the answer must have. */
    interface Effect {
        int on(ArticleModel model);
    }

    /** What an editor does. */
    record Step(String name, Supplier<Response> call, Effect effect) {
        Response send() {
            return call.get();
        }

        int on(ArticleModel model) {
            return effect.on(model);
        }
    }

    /** From now on this editor goes by this version. */
    void reads(ObjectNode document, long version) {
        view = document;
        seen = version;
    }

    long seen() {
        return seen;
    }

    /** A document of all kinds of parts, as the model has it: whole, but without ids. */
    static ObjectNode start(String words, List<String> topics) {
        RandomEditor author = new RandomEditor(words);
        ObjectNode document = JSON.createObjectNode();
        document.put("title", author.word()).putNull("summary");
        topics.forEach(document.putArray("topics")::add);
        document.set("lead", array(paragraph(author.word()), author.callout(), author.code()));
        ObjectNode outer = author.section();
        outer.set("sections", array(author.section(), author.section()));
        document.set("sections", array(outer, author.section(), author.section()));
        document.set("takeaways", array(author.takeaway(), author.takeaway(), author.takeaway()));
        document.set("faqs", array(author.faq(), author.faq()));
        return document;
    }

    private RandomEditor(String words) {
        draft = null;
        random = new Random(0);
        this.words = words;
    }

    /** As a client sends it that leaves to Galley what Galley makes. */
    static ObjectNode withoutNewAnchors(ObjectNode tree) {
        ObjectNode sent = tree.deepCopy();
        sent.findParents("anchor").forEach(part -> {
            if (!part.has("id")) {
                ((ObjectNode) part).remove("anchor");
            }
        });
        return sent;
    }

    Step next() {
        Part part = Part.values()[random.nextInt(Part.values().length)];
        int roll = random.nextInt(100);
        if (roll < 22) {
            return add(part);
        } else if (roll < 38) {
            return change(part);
        } else if (roll < 48) {
            return remove(part);
        } else if (roll < 72) {
            return move(part);
        } else if (roll < 84) {
            return put();
        } else if (roll < 90) {
            return patch();
        }
        return publication();
    }

    /** A step that changes what is public, and no document. */
    Step publication() {
        return switch (random.nextInt(6)) {
            case 0 -> unpublish();
            case 1 -> trash();
            default -> publish();
        };
    }

    /** The same, in ways that are answered with the version. */
    Step publishOrUnpublish() {
        return random.nextInt(4) == 0 ? unpublish() : publish();
    }

    Step restore() {
        return new Step("restore", () -> Editor.restore(draft), ArticleModel::restore);
    }

    private Step publish() {
        return new Step("publish", () -> post("publish"), ArticleModel::publish);
    }

    private Step unpublish() {
        return new Step("unpublish", () -> post("unpublish"), ArticleModel::unpublish);
    }

    private Step trash() {
        long from = seen;
        return new Step(
                "trash from " + from,
                () -> Editor.editor().header("If-Match", etag(from)).delete(draft.url()),
                model -> model.trash(from));
    }

    private Response post(String act) {
        return Editor.editor().post(draft.url() + "/" + act);
    }

    // Parts

    private Step add(Part part) {
        ObjectNode added =
                switch (part) {
                    case SECTION -> section();
                    case BLOCK -> block();
                    case TAKEAWAY -> takeaway();
                    case FAQ -> faq();
                };
        String parent = random.nextInt(3) == 0 ? null : parent(part);
        Integer position = position();
        ObjectNode sent = place(withoutNewAnchors(added), parent, position);
        return new Step(
                "add " + part + " " + sent,
                () -> Editor.add(draft, part.path, sent),
                model -> model.add(part, added, parent, position));
    }

    private Step change(Part part) {
        String id = one(part);
        if (id == null) {
            return add(part);
        }
        String member = member(part, id);
        if (member == null) {
            return move(part);
        }
        ObjectNode known = ArticleModel.part(view, id);
        String value = random.nextInt(5) == 0
                ? known.path(member).asText()
                : member.equals("question") ? word() + "?" : word();
        String patch = JSON.createObjectNode().put(member, value).toString();
        return new Step(
                "change " + part + " " + id + " " + patch,
                () -> Editor.patchPart(draft, part.path, id, patch),
                model -> model.change(id, member, value));
    }

    private Step remove(Part part) {
        String id = one(part);
        if (id == null) {
            return add(part);
        }
        return new Step(
                "remove " + part + " " + id, () -> Editor.deletePart(draft, part.path, id), model -> model.remove(id));
    }

    private Step move(Part part) {
        String id = one(part);
        if (id == null) {
            return add(part);
        }
        String parent = random.nextBoolean() ? null : parent(part);
        Integer position = position();
        String where = place(JSON.createObjectNode(), parent, position).toString();
        return new Step(
                "move " + part + " " + id + " " + where,
                () -> Editor.move(draft, part.path, id, where),
                model -> model.move(part, id, parent, position));
    }

    /** Null where there is none. */
    private String one(Part part) {
        List<String> ids = ArticleModel.ids(view, part);
        return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
    }

    /** The member of a part that holds its words; null for a list, whose words its items hold. */
    private String member(Part part, String id) {
        return switch (part) {
            case SECTION -> "heading";
            case TAKEAWAY -> "text";
            case FAQ -> "question";
            case BLOCK ->
                switch (ArticleModel.part(view, id).path("type").asText()) {
                    case "paragraph" -> "text";
                    case "code" -> "code";
                    case "callout" -> "title";
                    case "quote" -> "attribution";
                    default -> null;
                };
        };
    }

    /** "" is the article itself; null where nothing nests. Some can't be a parent, which must be refused. */
    private String parent(Part part) {
        if (part == Part.TAKEAWAY || part == Part.FAQ) {
            return null;
        }
        List<String> parents = new ArrayList<>(List.of(""));
        parents.addAll(ArticleModel.ids(view, Part.SECTION));
        if (part == Part.BLOCK) {
            parents.addAll(ArticleModel.ids(view, Part.FAQ));
            parents.addAll(ArticleModel.ids(view, Part.BLOCK));
        }
        return parents.get(random.nextInt(parents.size()));
    }

    /** Null for the end; now and then out of range. */
    private Integer position() {
        return random.nextInt(4) == 0 ? null : Integer.valueOf(random.nextInt(4));
    }

    private static ObjectNode place(ObjectNode part, String parent, Integer position) {
        if (parent != null) {
            part.put("parentId", parent.isEmpty() ? null : parent);
        }
        if (position != null) {
            part.put("position", position);
        }
        return part;
    }

    // Whole documents

    private Step put() {
        ObjectNode next = view.deepCopy();
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            vary(next);
        }
        ObjectNode sent = withoutNewAnchors(next);
        boolean nameless = random.nextInt(4) == 0;
        if (nameless) {
            NAMES.forEach(name -> sent.findParents(name).forEach(part -> ((ObjectNode) part).remove(name)));
        }
        long from = seen;
        return new Step(
                (nameless ? "put without names from " : "put from ") + from + " " + sent,
                () -> Editor.editor(sent).header("If-Match", etag(from)).put(draft.url()),
                model -> model.replace(from, next));
    }

    private Step patch() {
        ObjectNode next = view.deepCopy();
        vary(next);
        ObjectNode patch = withoutNewAnchors(next);
        view.properties().forEach(member -> {
            if (member.getValue().equals(next.path(member.getKey()))) {
                patch.remove(member.getKey());
            }
        });
        long from = seen;
        return new Step(
                "patch from " + from + " " + patch,
                () -> Editor.editor(Editor.MERGE_PATCH, patch.toString())
                        .header("If-Match", etag(from))
                        .patch(draft.url()),
                model -> model.replace(from, next));
    }

    private void vary(ObjectNode document) {
        List<String> lists = List.of("lead", "sections", "takeaways", "faqs", "topics");
        String member = lists.get(random.nextInt(lists.size()));
        ArrayNode list = (ArrayNode) document.path(member);
        switch (random.nextInt(5)) {
            case 0 -> document.put(random.nextBoolean() ? "title" : "summary", word());
            case 1 -> {
                if (!list.isEmpty() && !member.equals("topics")) {
                    list.remove(random.nextInt(list.size()));
                }
            }
            case 2 -> insertNew(list, member);
            default -> shuffle(list);
        }
    }

    private void insertNew(ArrayNode list, String member) {
        switch (member) {
            case "lead" -> list.insert(random.nextInt(list.size() + 1), block());
            case "sections" -> list.insert(random.nextInt(list.size() + 1), section());
            case "takeaways" -> list.insert(random.nextInt(list.size() + 1), takeaway());
            case "faqs" -> list.insert(random.nextInt(list.size() + 1), faq());
            default -> shuffle(list);
        }
    }

    private void shuffle(ArrayNode list) {
        List<JsonNode> entries = new ArrayList<>();
        list.forEach(entries::add);
        Collections.shuffle(entries, random);
        list.removeAll();
        list.addAll(entries);
    }

    // New parts, with every member that Galley gives, but without ids

    private ObjectNode section() {
        String word = word();
        ObjectNode section = JSON.createObjectNode().put("anchor", word).put("heading", word);
        section.set("blocks", array(paragraph(word())));
        section.putArray("sections");
        return section;
    }

    private ObjectNode takeaway() {
        return Documents.takeaway(word());
    }

    private ObjectNode faq() {
        String word = word();
        ObjectNode faq = JSON.createObjectNode().put("anchor", word).put("question", word + "?");
        faq.set("answer", array(paragraph(word())));
        return faq;
    }

    private ObjectNode block() {
        return switch (random.nextInt(5)) {
            case 0 -> code();
            case 1 -> callout();
            case 2 -> Documents.quote(paragraph(word())).put("attribution", word());
            case 3 -> list();
            default -> paragraph(word());
        };
    }

    private ObjectNode code() {
        return Documents.code("python", word()).putNull("filename").putNull("caption");
    }

    private ObjectNode callout() {
        return Documents.callout(paragraph(word())).put("kind", "tip").put("title", word());
    }

    private ObjectNode list() {
        ObjectNode item = JSON.createObjectNode().put("text", word()).putNull("checked");
        item.set("blocks", array(paragraph(word())));
        ObjectNode list = JSON.createObjectNode().put("type", "list").put("style", "bullet");
        list.putNull("start").set("items", array(item));
        return list;
    }

    private String word() {
        written++;
        return words + "n" + written;
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
