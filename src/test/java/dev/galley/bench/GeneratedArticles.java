package dev.galley.bench;

import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Faq;
import dev.galley.document.Hero;
import dev.galley.document.Section;
import dev.galley.document.Seo;
import dev.galley.document.Takeaway;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Block;
import dev.galley.document.block.Code;
import dev.galley.document.block.Image;
import dev.galley.document.block.Paragraph;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Articles as a large site has them, the same for the same seed: five years of them, in three languages, a few topics
 * and authors in many of them and many in few.
 *
 * @param count how many there are
 * @param shape how long each is
 */
record GeneratedArticles(long seed, int count, Shape shape) {
    static final Instant FIRST_DAY = Instant.parse("2021-11-01T00:00:00Z");
    static final Duration PERIOD = Duration.ofDays(5 * 365);
    static final int TOPICS = 100;
    static final int AUTHORS = 50;

    /** In a fifth of all articles. */
    static final String POPULAR_TOPIC = topic(1);

    /** In one of 2,000. */
    static final String RARE_TOPIC = topic(TOPICS);

    /** In one of seven of the first year's articles, and in none since. */
    static final String FADED_TOPIC = topic(3);

    private static final double EARLY = 0.2;

    /** How many of all articles have a topic, by its rank. */
    private static final double[] SHARES = IntStream.rangeClosed(0, TOPICS)
            .mapToDouble(rank -> Math.min(0.2, 0.8 / Math.pow(rank, 1.6)))
            .toArray();

    private static final List<String> LANGUAGES = List.of("java", "python", "sql", "javascript", "go", "rust");

    /** How many sections an article has, and paragraphs of how many words each of them. */
    record Shape(int sections, int paragraphs, int words) {
        /** Some 400 words. */
        static final Shape FULL = new Shape(5, 2, 40);

        static final Shape SLIM = new Shape(1, 1, 6);
    }

    /** As its editors published it. */
    record Published(UUID id, ArticleDocument document, Instant publishedAt) {}

    static String topic(int rank) {
        return "topic-" + rank;
    }

    static String author(int rank) {
        return "author-" + rank;
    }

    /** From 0, the oldest. */
    Published article(int number) {
        SplittableRandom random = random(number);
        Prose prose = new Prose(random);
        String title = title(prose);
        Instant at = publishedAt(number);
        double age = (double) number / count;
        return new Published(
                uuid(at, random),
                new ArticleDocument(
                        slug(title, number),
                        locale(number),
                        translationKey(number),
                        title,
                        prose.sentence(18),
                        authors(random),
                        topics(random, age < EARLY),
                        null,
                        random.nextInt(3) == 0 ? hero(prose) : null,
                        List.of(paragraph(prose, random, number)),
                        sections(prose, random, at),
                        random.nextInt(10) < 6 ? takeaways(prose, random, at) : List.of(),
                        random.nextInt(10) < 4 ? faqs(prose, random, at) : List.of(),
                        Seo.NONE),
                at);
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * 1_000_003 + number);
    }

    private static String title(Prose prose) {
        return prose.heading(5);
    }

    private static String slug(String title, int number) {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + number;
    }

    private Instant publishedAt(int number) {
        return FIRST_DAY.plusMillis((long) (PERIOD.toMillis() * ((double) number / count)));
    }

    /** Of ten articles six are English, two German, one French, and one is the French translation of the one before. */
    private static String locale(int number) {
        int of = number % 10;
        return of < 6 ? "en" : of < 8 ? "de" : "fr";
    }

    private static @Nullable String translationKey(int number) {
        return switch (number % 10) {
            case 7 -> "translation-" + number;
            case 8 -> "translation-" + (number - 1);
            default -> null;
        };
    }

    /** The second comes half as often as the first, the third a third as often. */
    private static List<AuthorRef> authors(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(5) == 0 ? 2 : 1)
                .map(i -> (int) Math.pow(AUTHORS + 1, random.nextDouble()))
                .distinct()
                .mapToObj(rank -> new AuthorRef(author(rank), null, null))
                .toList();
    }

    private static List<TopicRef> topics(SplittableRandom random, boolean early) {
        return IntStream.rangeClosed(1, TOPICS)
                .filter(rank -> random.nextDouble() < SHARES[rank])
                .mapToObj(GeneratedArticles::topic)
                .filter(topic -> early || !topic.equals(FADED_TOPIC))
                .map(topic -> new TopicRef(topic, null, null))
                .toList();
    }

    private static Hero hero(Prose prose) {
        return new Hero("https://images.example.com/" + prose.telling() + ".jpg", prose.sentence(6), null, 1600, 900);
    }

    private List<Section> sections(Prose prose, SplittableRandom random, Instant at) {
        List<Section> sections = new ArrayList<>();
        boolean hasCode = random.nextInt(4) == 0;
        for (int i = 0; i < shape.sections; i++) {
            String heading = prose.heading(3);
            List<Block> blocks = new ArrayList<>();
            for (int p = 0; p < shape.paragraphs; p++) {
                blocks.add(new Paragraph(blockId(random), prose.paragraph(length(random))));
            }
            if (hasCode && i == 0) {
                blocks.add(code(prose, random));
            } else if (random.nextInt(12) == 0) {
                blocks.add(new Image("https://images.example.com/" + prose.telling() + ".png", prose.sentence(5), null)
                        .withId(blockId(random)));
            }
            sections.add(new Section(uuid(at, random).toString(), anchor(heading, i), heading, blocks, List.of()));
        }
        return sections;
    }

    private static Block code(Prose prose, SplittableRandom random) {
        String code = "call(" + prose.telling() + ", " + prose.telling() + ");\nreturn " + prose.telling() + ";";
        return new Code(code, LANGUAGES.get(random.nextInt(LANGUAGES.size()))).withId(blockId(random));
    }

    /** Every tenth links to one from before. */
    private Paragraph paragraph(Prose prose, SplittableRandom random, int number) {
        String text = prose.paragraph(length(random));
        boolean links = number > 10 && number % 10 == 5;
        return new Paragraph(
                blockId(random), links ? text + " See [more](article:" + slugOf(number - 10) + ")." : text);
    }

    String slugOf(int number) {
        return slug(title(new Prose(random(number))), number);
    }

    private int length(SplittableRandom random) {
        return shape.words / 2 + random.nextInt(shape.words);
    }

    private static List<Takeaway> takeaways(Prose prose, SplittableRandom random, Instant at) {
        return IntStream.range(0, 3)
                .mapToObj(i -> new Takeaway(uuid(at, random).toString(), prose.sentence(9)))
                .toList();
    }

    private List<Faq> faqs(Prose prose, SplittableRandom random, Instant at) {
        List<Faq> faqs = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            String question = "What is " + prose.heading(3) + "?";
            List<Block> answer = List.of(new Paragraph(blockId(random), prose.paragraph(length(random))));
            faqs.add(new Faq(uuid(at, random).toString(), anchor(question, shape.sections + i), question, answer));
        }
        return faqs;
    }

    private static String anchor(String heading, int number) {
        return heading.toLowerCase(Locale.ROOT).replace(' ', '-').replace("?", "") + "-" + number;
    }

    private static String blockId(SplittableRandom random) {
        return Long.toString((1L << 40) | random.nextLong(1L << 40), 36);
    }

    /** UUIDv7 of that time. */
    static UUID uuid(Instant at, SplittableRandom random) {
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12),
                0x8000_0000_0000_0000L | random.nextLong(1L << 62));
    }
}
