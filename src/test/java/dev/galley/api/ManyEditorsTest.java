package dev.galley.api;

import static dev.galley.api.Documents.each;
import static dev.galley.api.Documents.minimal;
import static dev.galley.api.Documents.word;
import static dev.galley.api.Editor.delivered;
import static dev.galley.api.Editor.patchPart;
import static dev.galley.api.Editor.post;
import static dev.galley.api.Editor.put;
import static dev.galley.api.Editor.read;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.api.ArticleModel.Part;
import dev.galley.api.Editor.Draft;
import dev.galley.api.RandomEditor.Step;
import dev.galley.platform.Json;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Several editors of one article, against a model of what it should become: nothing that was acknowledged is lost,
 * nothing that was refused is there. Every failure names the seed that makes it again.
 */
@ApiTest
class ManyEditorsTest {
    private static final int SEQUENCES = Integer.getInteger("test.sequences", 80);
    private static final int AT_ONCE = SEQUENCES / 5;
    private static final int TAKING_TURNS = SEQUENCES - AT_ONCE;
    private static final int ARTICLES_AT_ONCE = 4;
    private static final List<String> TOPICS = topics();

    @Inject
    AgroalDataSource database;

    /** An answered step, by whom it was taken, and the version of the draft that the answer named. */
    private record Taken(Step step, Response answer, long seen) {
        int status() {
            return answer.statusCode();
        }

        boolean isAcknowledged() {
            return status() < 300;
        }

        long version() {
            return ManyEditorsTest.version(answer);
        }
    }

    // Taking turns: what each editor saw may be old, and the model says exactly what must come of it

    @Test
    void editorsWhoTakeTurnsLoseNothing() {
        forEachSeed(1, TAKING_TURNS, this::editorsTakeTurns);
    }

    private void editorsTakeTurns(long seed) {
        Random random = new Random(seed);
        List<String> told = new ArrayList<>();
        try {
            ObjectNode start = RandomEditor.start("s" + seed + TOPICS.get(0), topics(seed));
            Draft draft = post(RandomEditor.withoutNewAnchors(start));
            ArticleModel model = ArticleModel.created(start, draft.json());
            List<RandomEditor> editors = editors(3 + random.nextInt(3), random, draft, seed, model);
            for (int steps = 10 + random.nextInt(9); steps > 0; steps--) {
                RandomEditor editor = editors.get(random.nextInt(editors.size()));
                if (random.nextInt(5) < 2) {
                    editor.reads(model.document(), model.version());
                }
                Step step = model.isTrashed() && random.nextBoolean() ? editor.restore() : editor.next();
                told.add(step.name());
                take(step, model);
            }
            assertIsTheModel(draft, model);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed + "\n" + String.join("\n", told), failure);
        }
    }

    /** One step, and what the model says to the answer. */
    private static void take(Step step, ArticleModel model) {
        Response answer = step.send();
        if (isHeldBack(step, answer, model)) {
            return;
        }
        assertEquals(step.on(model), answer.statusCode(), answer::asString);
        if (answer.statusCode() < 300) {
            model.adopt(Editor.json(answer));
            assertTrue(
                    answer.header("ETag") == null || version(answer) == model.version(),
                    () -> answer.header("ETag") + " is not version " + model.version());
        } else if (answer.statusCode() == 412) {
            assertEquals(
                    model.version(), Editor.json(answer).path("currentVersion").asLong());
        }
    }

    /** Publishing may be refused where a part is empty; whether it is isn't told here. */
    private static boolean isHeldBack(Step step, Response answer, ArticleModel model) {
        return step.name().equals("publish") && answer.statusCode() == 422 && !model.isWhole();
    }

    // All at once: the version that each answer names says in which order it happened

    @Test
    void editorsWhoWriteAtOnceLoseNothing() {
        forEachSeed(TAKING_TURNS + 1, AT_ONCE, this::editorsWriteAtOnce);
    }

    private void editorsWriteAtOnce(long seed) {
        Random random = new Random(seed);
        List<Taken> taken = new ArrayList<>();
        try {
            ObjectNode start = RandomEditor.start("s" + seed + TOPICS.get(0), topics(seed));
            Draft draft = post(RandomEditor.withoutNewAnchors(start));
            ArticleModel model = ArticleModel.created(start, draft.json());
            List<RandomEditor> editors = editors(3 + random.nextInt(3), random, draft, seed, model);
            int steps = 4 + random.nextInt(3);
            List<List<Taken>> each = Concurrently.each(
                    editors.size(), i -> edit(draft, editors.get(i), new Random(seed * 100 + i), steps, i == 0));
            each.forEach(taken::addAll);
            replay(taken, model);
            publications(each.get(0), model);
            assertIsTheModel(draft, model);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed + "\n" + story(taken), failure);
        }
    }

    /** The one who publishes does so alone, so that its own order is the order of publications. */
    private static List<Taken> edit(Draft draft, RandomEditor editor, Random random, int steps, boolean publishes) {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            if (random.nextBoolean()) {
                Draft now = read(draft);
                editor.reads(ArticleModel.of(now.json()), now.version());
            }
            Step step = publishes && random.nextBoolean() ? editor.publishOrUnpublish() : nextEdit(editor);
            long seen = editor.seen();
            taken.add(new Taken(step, step.send(), seen));
        }
        return taken;
    }

    private static Step nextEdit(RandomEditor editor) {
        Step step = editor.next();
        while (isPublication(step)) {
            step = editor.next();
        }
        return step;
    }

    private static boolean isPublication(Step step) {
        return step.name().contains("publish") || step.name().startsWith("trash");
    }

    /** Takes the acknowledged edits in the order of their versions; each refused one must have had a version to refuse it. */
    private static void replay(List<Taken> taken, ArticleModel model) {
        List<Taken> edits =
                taken.stream().filter(one -> !isPublication(one.step())).toList();
        List<ArticleModel> versions = new ArrayList<>(List.of(model.copy()));
        SortedMap<Long, List<Taken>> acknowledged = new TreeMap<>();
        edits.stream().filter(Taken::isAcknowledged).forEach(one -> acknowledged
                .computeIfAbsent(one.version(), any -> new ArrayList<>())
                .add(one));
        acknowledged.forEach((version, sameVersion) -> {
            List<Taken> without = new ArrayList<>(sameVersion);
            if (version > 1) {
                without.remove(theOneThatMade(version, sameVersion, model));
                versions.add(model.copy());
            }
            without.forEach(one -> {
                assertEquals(one.status(), one.step().on(model), one.step()::name);
                assertEquals(
                        version,
                        model.version(),
                        () -> "was to change nothing: " + one.step().name());
            });
        });
        edits.stream()
                .filter(one -> !one.isAcknowledged())
                .forEach(one -> assertTrue(
                        versions.stream().anyMatch(past -> one.step().on(past.copy()) == one.status()),
                        () -> "refused for no reason: " + one.step().name()
                                + one.answer().asString()));
    }

    /** Of those that were answered with one version, the one whose edit the version is; the model takes it over. */
    private static Taken theOneThatMade(long version, List<Taken> answered, ArticleModel model) {
        return answered.stream()
                .filter(one -> made(version, one, answered, model.copy()))
                .findFirst()
                .map(one -> {
                    one.step().on(model);
                    model.adopt(Editor.json(one.answer()));
                    return one;
                })
                .orElseThrow(() -> new AssertionError("no acknowledged edit makes version " + version));
    }

    /** Whether it makes this version, and all others, answered as they were, change nothing after it. */
    private static boolean made(long version, Taken one, List<Taken> answered, ArticleModel model) {
        if (one.step().on(model) != one.status() || model.version() != version) {
            return false;
        }
        model.adopt(Editor.json(one.answer()));
        return answered.stream()
                        .filter(other -> other != one)
                        .allMatch(other -> other.step().on(model) == other.status())
                && model.version() == version;
    }

    private static void publications(List<Taken> taken, ArticleModel model) {
        taken.stream().filter(one -> isPublication(one.step())).forEach(one -> {
            if (one.isAcknowledged()) {
                one.step().on(model);
                model.publishedAs(one.step().name().equals("publish") ? one.version() : 0);
            } else {
                assertEquals(422, one.status(), one.answer()::asString);
            }
        });
    }

    // Two kinds of races by themselves

    @Test
    void editsOfDifferentPartsAtOnceAllSurvive() {
        forEachSeed(1, 15, seed -> {
            ObjectNode start = RandomEditor.start("d" + seed + TOPICS.get(0), TOPICS);
            Draft draft = post(RandomEditor.withoutNewAnchors(start));
            List<Edit> edits = List.of(
                    edit(draft, Part.SECTION, 0, "heading"),
                    edit(draft, Part.SECTION, 1, "heading"),
                    edit(draft, Part.BLOCK, 0, "text"),
                    edit(draft, Part.BLOCK, 3, "code"),
                    edit(draft, Part.TAKEAWAY, 0, "text"),
                    edit(draft, Part.TAKEAWAY, 2, "text"),
                    edit(draft, Part.FAQ, 0, "question"),
                    edit(draft, Part.FAQ, 1, "question"));
            List<Integer> statuses = Concurrently.each(
                    edits.size(), i -> edits.get(i).send(draft).statusCode());
            assertEquals(edits.stream().map(any -> 200).toList(), statuses);
            Draft after = read(draft);
            edits.forEach(edit -> edit.assertIsIn(after));
            assertEquals(1 + edits.size(), after.version());
        });
    }

    @Test
    void ofTwoWholeSavesOfOneVersionExactlyOneIsKept() {
        forEachSeed(1, 25, seed -> {
            Draft draft = post(minimal());
            List<Response> answers = Concurrently.each(2, i -> put(draft, minimal("By editor " + i + " of " + seed)));
            assertEquals(
                    List.of(200, 412),
                    answers.stream().map(Response::statusCode).sorted().toList());
            Draft after = read(draft);
            int kept = answers.get(0).statusCode() == 200 ? 0 : 1;
            assertEquals("By editor " + kept + " of " + seed, after.at("/title"));
            assertEquals(2, after.version());
            assertEquals(
                    2, Editor.json(answers.get(1 - kept)).path("currentVersion").asInt());
        });
    }

    @Test
    void ofASaveAndARemovalOfOneVersionExactlyOneHappens() {
        forEachSeed(1, 60, seed -> {
            Draft draft = post(minimal());
            List<Integer> statuses = Concurrently.each(
                    2,
                    i -> i == 0
                            ? put(draft, minimal("Saved " + seed)).statusCode()
                            : Editor.editor()
                                    .header("If-Match", draft.etag())
                                    .delete(draft.url())
                                    .statusCode());
            boolean saved = statuses.get(0) == 200;
            assertEquals(saved ? List.of(200, 412) : List.of(409, 204), statuses, "seed " + seed);
            assertEquals(saved ? "draft" : "trashed", read(draft).at("/status"));
        });
    }

    @Test
    void aWholeSaveOverwritesNoEditOfAPartThatItHasNotSeen() {
        forEachSeed(1, 10, seed -> {
            ObjectNode start = RandomEditor.start("w" + seed + TOPICS.get(0), TOPICS);
            Draft draft = post(RandomEditor.withoutNewAnchors(start));
            List<Edit> edits = List.of(
                    edit(draft, Part.SECTION, 0, "heading"),
                    edit(draft, Part.BLOCK, 0, "text"),
                    edit(draft, Part.TAKEAWAY, 0, "text"),
                    edit(draft, Part.FAQ, 0, "question"));
            String title = word();
            Concurrently.each(edits.size() + 1, i -> {
                if (i < edits.size()) {
                    edits.get(i).send(draft).then().statusCode(200);
                } else {
                    putUntilItIsTaken(draft, title);
                }
                return i;
            });
            Draft after = read(draft);
            edits.forEach(edit -> edit.assertIsIn(after));
            assertEquals(title, after.at("/title"));
            assertEquals(2 + edits.size(), after.version());
        });
    }

    /** Reads, and sends back what it read under another title, as an editor does who is told to look again. */
    private static void putUntilItIsTaken(Draft draft, String title) {
        for (int tries = 0; tries < 50; tries++) {
            Draft seen = read(draft);
            int status = put(seen, seen.json().<ObjectNode>deepCopy().put("title", title))
                    .statusCode();
            if (status == 200) {
                return;
            }
            assertEquals(412, status);
        }
        fail("never taken");
    }

    /** New words for one part. */
    private record Edit(Part part, String id, String member, String value) {
        Response send(Draft draft) {
            return patchPart(draft, part.path, id, "{\"" + member + "\": \"" + value + "\"}");
        }

        void assertIsIn(Draft draft) {
            assertEquals(value, ArticleModel.part(draft.json(), id).path(member).asText());
        }
    }

    private static Edit edit(Draft draft, Part part, int index, String member) {
        return new Edit(part, ArticleModel.ids(draft.json(), part).get(index), member, word());
    }

    // What came of it

    private void assertIsTheModel(Draft draft, ArticleModel model) {
        Draft after = read(draft);
        assertEquals(model.document(), ArticleModel.of(after.json()));
        assertEquals(model.version(), after.version());
        assertEquals(model.status(), after.at("/status"));
        assertEquals(
                model.publishedVersion() != model.version(),
                after.json().path("hasUnpublishedChanges").asBoolean());
        assertHistoryIsTheModel(draft, model);
        assertDeliveryIsTheModel(draft, model);
    }

    /** Each version that was ever acknowledged, as it was then. */
    private void assertHistoryIsTheModel(Draft draft, ArticleModel model) {
        Map<Long, JsonNode> history = history(draft);
        assertEquals(
                LongStream.rangeClosed(1, model.version()).boxed().toList(),
                history.keySet().stream().toList());
        history.forEach((version, document) ->
                assertEquals(model.document(version), ArticleModel.of(document), () -> "version " + version));
    }

    private static void assertDeliveryIsTheModel(Draft draft, ArticleModel model) {
        String path = "/v1/articles/" + draft.id();
        if (!model.isPublic()) {
            given().get(path).then().statusCode(model.wasPublic() ? 410 : 404);
            return;
        }
        ObjectNode published = model.document(model.publishedVersion());
        JsonNode article = delivered(path);
        assertEquals(published, ArticleModel.of(article));
        assertEquals(model.publishedVersion(), article.path("version").asLong());
        for (Part part : List.of(Part.SECTION, Part.TAKEAWAY, Part.FAQ)) {
            JsonNode across = delivered("/v1/" + part.path + "?limit=100&article=" + draft.id());
            assertEquals(ArticleModel.ids(published, part), each(across.path("data"), "id"), part.path);
        }
    }

    private Map<Long, JsonNode> history(Draft draft) {
        Map<Long, JsonNode> history = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select number, document from revision where draft_id = ?")) {
            query.setObject(1, UUID.fromString(draft.id()));
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                history.put(rows.getLong(1), Json.parse(rows.getString(2).getBytes(StandardCharsets.UTF_8)));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return history;
    }

    // Sequences

    /** On a few articles at once, since most of a call is waiting. */
    private static void forEachSeed(int first, int count, LongConsumer sequence) {
        Concurrently.each(ARTICLES_AT_ONCE, worker -> {
            IntStream.range(first, first + count)
                    .filter(seed -> seed % ARTICLES_AT_ONCE == worker)
                    .forEach(sequence::accept);
            return worker;
        });
    }

    private static List<RandomEditor> editors(int count, Random random, Draft draft, long seed, ArticleModel model) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RandomEditor(
                        draft, new Random(random.nextLong()), "s" + seed + "e" + i + TOPICS.get(0), model))
                .toList();
    }

    private static String story(List<Taken> taken) {
        return String.join(
                "\n",
                taken.stream()
                        .map(one -> one.status() + " " + one.answer().header("ETag") + ": "
                                + one.step().name())
                        .toList());
    }

    private static long version(Response answer) {
        return Long.parseLong(answer.header("ETag").replace("\"", ""));
    }

    /** Now and then, since they cost every call some statements. */
    private static List<String> topics(long seed) {
        return seed % 4 == 0 ? TOPICS : List.of();
    }

    private static List<String> topics() {
        String word = word();
        return List.of("c" + word, "a" + word, "d" + word, "b" + word);
    }
}
