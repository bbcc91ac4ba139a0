package dev.galley.editorial;

import dev.galley.article.ArticleLookup;
import dev.galley.query.Cell;
import dev.galley.query.Condition;
import dev.galley.query.Conditions;
import dev.galley.query.Filter;
import dev.galley.query.FoldedWords;
import dev.galley.query.Grammar;
import dev.galley.query.ListQuery;
import dev.galley.query.Operator;
import dev.galley.query.Order;
import dev.galley.query.Page;
import dev.galley.query.PageRequest;
import dev.galley.query.Parameters;
import dev.galley.query.RowQuery;
import dev.galley.query.SortKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What the list of drafts can be asked, and what it reads. The draft is {@code d} in its queries. */
public final class DraftGrammar extends Grammar {
    static final Cell<UUID> ID = Cell.of("d.id");
    static final Cell<String> SLUG = Cell.of("d.slug");
    static final Cell<String> LOCALE = Cell.of("d.locale");
    static final Cell<String> TITLE = Cell.of("d.title");
    static final Cell<DraftStatus> STATUS = Cell.of("d.status");
    static final Cell<Long> VERSION = Cell.of("d.version");
    static final Cell<Long> PUBLISHED_VERSION = Cell.of("d.publishedVersion");
    static final Cell<Instant> CREATED_AT = Cell.of("d.createdAt");
    static final Cell<String> CREATED_BY = Cell.of("d.createdBy");
    static final Cell<Instant> UPDATED_AT = Cell.of("d.updatedAt");
    static final Cell<String> UPDATED_BY = Cell.of("d.updatedBy");
    static final Cell<Instant> PUBLISHED_AT = Cell.of("d.firstPublishedAt");
    static final Cell<Integer> WORD_COUNT = Cell.of("d.facts.wordCount");
    static final Cell<Integer> READING_MINUTES = Cell.of("d.facts.readingMinutes");

    private static final Cell<Instant> PUBLICATION_ORDER = Cell.of("d.publicationOrder");
    private static final Cell<String> TITLE_KEY = Cell.of("d.facts.titleKey");
    private static final Cell<String> TITLE_WORDS = Cell.of("d.facts.titleWords");
    private static final Cell<String> ALL_WORDS = Cell.of("d.facts.allWords");

    private static final String STATUSES = "status";
    private static final SortedMap<String, String> HAS = new TreeMap<>(Map.of(
            "faqs", "d.facts.hasFaqs = true",
            "takeaways", "d.facts.hasTakeaways = true",
            "code", "d.facts.hasCode = true",
            "images", "d.facts.hasImages = true"));

    private static final Map<String, List<Cell<?>>> BY_MEMBER = Map.ofEntries(
            Map.entry("id", List.of(ID)),
            Map.entry("slug", List.of(SLUG)),
            Map.entry("locale", List.of(LOCALE)),
            Map.entry("title", List.of(TITLE)),
            Map.entry("status", List.of(STATUS)),
            Map.entry("version", List.of(VERSION)),
            Map.entry("hasUnpublishedChanges", List.of(VERSION, PUBLISHED_VERSION)),
            Map.entry("createdAt", List.of(CREATED_AT)),
            Map.entry("createdBy", List.of(CREATED_BY)),
            Map.entry("updatedAt", List.of(UPDATED_AT)),
            Map.entry("updatedBy", List.of(UPDATED_BY)),
            Map.entry("publishedAt", List.of(PUBLISHED_AT)),
            Map.entry("wordCount", List.of(WORD_COUNT)),
            Map.entry("readingMinutes", List.of(READING_MINUTES)));

    public DraftGrammar() {
        super(DraftSummary.class, ID);
        add(Filter.oneOf(STATUSES, "statuses; all but trashed unless asked", STATUS, statuses())
                .example("draft,published"));
        add(Filter.related("topic", "topics", "exists (select 1 from d.topics t where t in %s)")
                .example("http-caching"));
        add(Filter.related("author", "authors", "exists (select 1 from d.authors t where t in %s)"));
        add(Filter.anyOf("locale", "locales, exactly", "d.locale in %s", ArticleLookup::canonical)
                .example("en"));
        add(Filter.anyOf("slug", "slugs", "d.slug in %s", Parameters::slug));
        add(Filter.anyOf("id", "ids", "d.id in %s", Parameters::id));
        add(Filter.times("publishedAt", PUBLISHED_AT));
        add(Filter.times("updatedAt", UPDATED_AT));
        add(Filter.times("createdAt", CREATED_AT));
        add(Filter.numbers("wordCount", WORD_COUNT));
        add(Filter.numbers("readingMinutes", READING_MINUTES));
        add(Filter.flags("has", "At least one of each of these in the article, comma separated.", HAS));
        add(SortKey.time("updatedAt", UPDATED_AT));
        add(SortKey.time("createdAt", CREATED_AT));
        add(SortKey.time("publishedAt", PUBLICATION_ORDER));
        add(SortKey.text("title", TITLE_KEY));
        add(SortKey.number("wordCount", WORD_COUNT));
        takesWords(
                "Words that all occur, inside of others too, whatever their case and accents; those with all of them in"
                        + " the title come first. At most 200 characters, of which the first ten words count.",
                new FoldedWords(TITLE_WORDS, ALL_WORDS));
    }

    private static Map<String, DraftStatus> statuses() {
        Map<String, DraftStatus> statuses = new LinkedHashMap<>();
        Stream.of(DraftStatus.values())
                .forEach(status -> statuses.put(status.name().toLowerCase(Locale.ROOT), status));
        return statuses;
    }

    @Override
    protected Order standardOrder() {
        return new Order("updatedAt", true);
    }

    Page<DraftSummary> page(PageRequest request) {
        ListQuery query = read(request);
        return new RowQuery("from Draft d", cells(query.members()), null, order(query))
                .fetch(Draft.getEntityManager(), conditions(query).and(which(query)), request)
                .map(rows -> rows.stream().map(DraftSummary::of).toList());
    }

    /** The trash is for those who ask for a status by its name. */
    private static Conditions which(ListQuery query) {
        return query.conditions().stream().anyMatch(DraftGrammar::namesStatus)
                ? new Conditions()
                : new Conditions().and("d.status <> :trashed", "trashed", DraftStatus.TRASHED);
    }

    private static boolean namesStatus(Condition condition) {
        return condition.name().equals(STATUSES) && condition.operator() == Operator.ANY;
    }

    private static List<Cell<?>> cells(Set<String> members) {
        return members.stream()
                .flatMap(member -> BY_MEMBER.getOrDefault(member, List.of()).stream())
                .toList();
    }
}
