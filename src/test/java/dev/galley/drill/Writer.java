package dev.galley.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.Api;
import dev.galley.platform.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes articles of its own without a pause, and knows what Galley has acknowledged. */
final class Writer {
    private static final String IMPORTS = "/v1/editorial/imports?publish=true&slug=";
    private static final int UNAVAILABLE = 503;

    private final String name;
    private final Random random;
    private final Findings findings;
    private final List<Written> all = new ArrayList<>();
    private final Set<Written> touched = new LinkedHashSet<>();
    private int editions;

    Writer(String name, long seed, Findings findings) {
        this.name = name;
        this.random = new Random(seed);
        this.findings = findings;
    }

    /** The editions of the draft and of what readers see; 0 is none. */
    private record State(int draft, int shown) {
        static final State NOTHING = new State(0, 0);
    }

    /** An article as its last acknowledged write left it, and what the write that got no answer would make of it. */
    private static final class Written {
        private final String slug;
        private String id = "";
        private State acknowledged = State.NOTHING;
        private @Nullable State unknown;

        Written(String slug) {
            this.slug = slug;
        }
    }

    @FunctionalInterface
    private interface Call {
        HttpResponse<String> send() throws IOException;
    }

    /** Until Galley is killed or says that it can't. */
    void write(Api api) {
        try {
            boolean goesOn;
            do {
                goesOn = step(api);
            } while (goesOn);
        } catch (IOException e) {
            // Galley was killed, as it had to be.
        }
    }

    private boolean step(Api api) throws IOException {
        int edition = ++editions;
        int what = random.nextInt(10);
        if (all.isEmpty() || what < 2) {
            all.add(new Written(name + "-" + edition));
            return doImport(api, all.get(all.size() - 1), edition);
        }
        Written article = all.get(random.nextInt(all.size()));
        if (article.id.isEmpty() || what < 4) {
            return doImport(api, article, edition);
        }
        String url = "/v1/editorial/articles/" + article.id;
        if (article.acknowledged.shown > 0 && what < 6) {
            State hidden = new State(article.acknowledged.draft, 0);
            return acknowledges(article, hidden, () -> api.post(url + "/unpublish", "application/json", "{}"));
        }
        State saved = new State(edition, article.acknowledged.shown);
        return acknowledges(
                        article,
                        saved,
                        () -> api.patch(url, Editions.document(edition).toString()))
                && acknowledges(
                        article,
                        new State(edition, edition),
                        () -> api.post(url + "/publish", "application/json", "{}"));
    }

    private boolean doImport(Api api, Written article, int edition) throws IOException {
        return acknowledges(
                article,
                new State(edition, edition),
                () -> api.post(
                        IMPORTS + article.slug,
                        "application/json",
                        Editions.document(edition).toString()));
    }

    private boolean acknowledges(Written article, State next, Call call) throws IOException {
        article.unknown = next;
        touched.add(article);
        HttpResponse<String> answer = call.send();
        if (answer.statusCode() >= 300) {
            if (answer.statusCode() != UNAVAILABLE) {
                findings.refused().add(article.slug + ": " + answer.statusCode() + " " + answer.body());
            }
            return false;
        }
        findings.acknowledged().incrementAndGet();
        article.acknowledged = next;
        article.unknown = null;
        if (article.id.isEmpty()) {
            article.id = parse(answer).at("/article/id").asText();
        }
        return true;
    }

    /** Looks at what was written since it looked last. */
    void check(Api api, Map<String, Long> versions) {
        check(api, versions, List.copyOf(touched));
        touched.clear();
    }

    void checkAll(Api api, Map<String, Long> versions) {
        check(api, versions, all);
    }

    private void check(Api api, Map<String, Long> versions, List<Written> articles) {
        articles.forEach(article -> check(api, versions, article));
    }

    private void check(Api api, Map<String, Long> versions, Written article) {
        HttpResponse<String> shown = Rounds.read(api, "/v1/articles/" + article.slug);
        JsonNode document = parse(shown);
        boolean isShown = shown.statusCode() == 200;
        if (article.id.isEmpty() && isShown) {
            article.id = document.path("id").asText();
        }
        State found = new State(draft(api, article), isShown ? Editions.of(document) : 0);
        if (!found.equals(article.acknowledged) && !found.equals(article.unknown)) {
            findings.lost().add(article.slug + ": " + article.acknowledged + " became " + found);
        }
        article.acknowledged = found;
        article.unknown = null;
        if (isShown && !isWhole(api, article, document)) {
            findings.byHalf().add(article.slug + ": " + document);
        }
        Long logged = versions.get(article.id);
        Long version = isShown ? document.path("version").asLong() : null;
        if (!Objects.equals(logged, version)) {
            findings.gaps().add(article.slug + ": version " + version + ", in the change log " + logged);
        }
        if (found.equals(State.NOTHING)) {
            article.id = "";
        }
    }

    private int draft(Api api, Written article) {
        if (article.id.isEmpty()) {
            return 0;
        }
        HttpResponse<String> draft = Rounds.read(api, "/v1/editorial/articles/" + article.id);
        if (draft.statusCode() != 200) {
            return 0;
        }
        JsonNode document = parse(draft);
        int edition = Editions.of(document);
        if (!Editions.isWhole(edition, document.path("sections"), document.path("faqs"))) {
            findings.byHalf().add("draft of " + article.slug + ": " + document);
        }
        return edition;
    }

    /** In the document and in the rows that are read across articles. */
    private static boolean isWhole(Api api, Written article, JsonNode document) {
        int edition = Editions.of(document);
        return Editions.isWhole(edition, document.path("sections"), document.path("faqs"))
                && Editions.isWhole(
                        edition,
                        parse(Rounds.read(api, "/v1/sections?article=" + article.id))
                                .path("data"),
                        parse(Rounds.read(api, "/v1/faqs?article=" + article.id))
                                .path("data"));
    }

    private static JsonNode parse(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
