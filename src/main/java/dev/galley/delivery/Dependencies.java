package dev.galley.delivery;

import dev.galley.change.Change;
import dev.galley.platform.CurrentRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the answer that is being made depends on, said before it is read. An answer that nothing is said of is made anew
 * each time.
 */
public final class Dependencies {
    /** Any article, and which there are. */
    static final String LIST = "list";

    /** Whatever there is. */
    static final String EVERYTHING = "";

    /** Which article has it: another one may take it, or be nearer in another language. */
    private static final String SLUG = "slug:";

    /** The index of this node, which says nothing of when it has changed. */
    private static final String SEARCH = "search";

    private static final String HERE = Dependencies.class.getName();

    private Dependencies() {}

    public static void list() {
        add(Stream.of(LIST));
    }

    /** Such an answer is made anew each time. */
    public static void search() {
        add(Stream.of(LIST, SEARCH));
    }

    public static void article(UUID id) {
        add(Stream.of(ofArticle(id)));
    }

    public static void slug(String slug) {
        add(Stream.of(ofSlug(slug)));
    }

    public static void topics(Stream<String> slugs) {
        add(slugs.map(slug -> "topic:" + slug));
    }

    public static void authors(Stream<String> slugs) {
        add(slugs.map(slug -> "author:" + slug));
    }

    static String ofArticle(UUID id) {
        return "article:" + id;
    }

    static String ofSlug(String slug) {
        return SLUG + slug;
    }

    /** Those of which a change is one. */
    static Set<String> of(Change change) {
        // A topic or an author may stand in any article.
        return change.articleId == null
                ? Set.of(EVERYTHING)
                : Set.of(LIST, ofArticle(change.articleId), ofSlug(change.slug));
    }

    /** Whether it can be told when they have changed. */
    static boolean areKnown(Set<String> dependencies) {
        return !dependencies.isEmpty() && !dependencies.contains(SEARCH);
    }

    static Set<String> of(RoutingContext request) {
        Set<String> said = request.get(HERE);
        return said == null ? Set.of() : said;
    }

    /** As caches in front of Galley know them; where nothing was said it may be anything. */
    static String surrogateKeys(Set<String> dependencies) {
        return dependencies.isEmpty()
                ? LIST
                : String.join(
                        " ",
                        dependencies.stream()
                                .filter(dependency -> !dependency.startsWith(SLUG) && !dependency.equals(SEARCH))
                                .toList());
    }

    private static void add(Stream<String> dependencies) {
        CurrentRequest.get().ifPresent(request -> {
            Set<String> said = request.get(HERE);
            if (said == null) {
                said = new LinkedHashSet<>();
                request.put(HERE, said);
            }
            dependencies.forEach(said::add);
        });
    }
}
