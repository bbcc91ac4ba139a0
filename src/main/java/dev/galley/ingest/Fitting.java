package dev.galley.ingest;

import dev.galley.document.Addresses;
import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Faq;
import dev.galley.document.Hero;
import dev.galley.document.Limits;
import dev.galley.document.Locales;
import dev.galley.document.Section;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.document.Takeaway;
import dev.galley.document.TopicRef;
import dev.galley.document.block.Block;
import dev.galley.document.block.Paragraph;
import dev.galley.text.InlineText;
import dev.galley.text.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document that was read pass the rules of documents, with a warning for each change. What somebody else wrote
 * is no input that its importer could correct, so all but a document too large is taken.
 */
final class Fitting {
    private static final String UNTITLED = "Untitled";

    private final List<ImportWarning> warnings;
    private final BlockFitting blocks;

    private Fitting(List<ImportWarning> warnings) {
        this.warnings = warnings;
        this.blocks = new BlockFitting(warnings);
    }

    static ArticleDocument fitted(ArticleDocument document, List<ImportWarning> warnings) {
        return new Fitting(warnings).document(document);
    }

    /** The text up to a word's end where one is near, and an ellipsis. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int space = text.lastIndexOf(' ', limit - 1);
        int end = space > limit / 2 ? space : limit - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private ArticleDocument document(ArticleDocument given) {
        List<Block> lead = new ArrayList<>(blocks.fitted(given.lead()));
        if (given.title().length() > Limits.TITLE) {
            converted("A title too long for one was cut; all of it is the first paragraph");
            lead.add(0, new Paragraph(InlineText.literal(given.title())));
        }
        List<Section> sections = given.sections().stream()
                .map(section -> section.map(this::section))
                .toList();
        return new ArticleDocument(
                given.slug(),
                locale(given.locale()),
                atMost("translationKey", given.translationKey(), Slug.MAX_LENGTH),
                given.title().isBlank() ? UNTITLED : cut(given.title(), Limits.TITLE),
                shortened("summary", given.summary(), Limits.SUMMARY),
                once("author", given.authors().stream().map(this::author).toList(), AuthorRef::slug),
                once("topic", given.topics().stream().map(this::topic).toList(), TopicRef::slug),
                series(given.series()),
                hero(given.hero()),
                lead,
                sections,
                takeaways(given.takeaways()),
                given.faqs().stream().map(this::faq).toList(),
                seo(given.seo()));
    }

    private String locale(String locale) {
        if (!locale.isEmpty() && !Locales.isValid(locale)) {
            ignored("locale", "\"" + HtmlReading.excerpt(locale) + "\" is no language tag");
            return "";
        }
        return locale;
    }

    private AuthorRef author(AuthorRef author) {
        return new AuthorRef(
                author.slug(), shortened("author", author.name(), Limits.NAME), webUrl("author.url", author.url()));
    }

    private TopicRef topic(TopicRef topic) {
        return new TopicRef(topic.slug(), shortened("topic", topic.name(), Limits.NAME), topic.kind());
    }

    private <T> List<T> once(String what, List<T> all, Function<T, String> slug) {
        Set<String> slugs = new HashSet<>();
        List<T> once = all.stream().filter(one -> slugs.add(slug.apply(one))).toList();
        if (once.size() < all.size()) {
            ignored(what, "names some twice: they were taken once");
        }
        return once;
    }

    private @Nullable SeriesPlace series(@Nullable SeriesPlace series) {
        if (series == null || !Slug.isValid(series.slug())) {
            return null;
        }
        Integer position = series.position();
        if (position != null && position < 1) {
            ignored("series.position", "counts from 1: " + position);
            position = null;
        }
        return new SeriesPlace(series.slug(), shortened("series.title", series.title(), Limits.TITLE), position);
    }

    private @Nullable Hero hero(@Nullable Hero hero) {
        if (hero == null) {
            return null;
        }
        String url = blocks.imageUrl(hero.url());
        if (url == null) {
            ignored("image", "is no address of a picture: " + HtmlReading.excerpt(hero.url()));
            return null;
        }
        String alt = shortened("image.alt", hero.alt(), Limits.SUMMARY);
        return new Hero(url, alt, hero.caption(), blocks.size(hero.width()), blocks.size(hero.height()));
    }

    private Seo seo(Seo seo) {
        return new Seo(
                shortened("seo.title", seo.title(), Limits.TITLE),
                shortened("seo.description", seo.description(), Limits.SUMMARY),
                webUrl("canonical", seo.canonicalUrl()),
                seo.noindex());
    }

    private Section section(Section section) {
        List<Block> inner = blocks.fitted(section.blocks());
        return new Section(
                section.id(),
                anchor(section.anchor()),
                line("heading", section.heading()),
                withWhole(section.heading(), inner),
                section.sections());
    }

    private Faq faq(Faq faq) {
        return new Faq(
                faq.id(),
                anchor(faq.anchor()),
                line("question", faq.question()),
                withWhole(faq.question(), blocks.fitted(faq.answer())));
    }

    private List<Takeaway> takeaways(List<Takeaway> takeaways) {
        return takeaways.stream().filter(takeaway -> !takeaway.text().isBlank()).toList();
    }

    /** "" where Galley has to make one. */
    private String anchor(String anchor) {
        if (anchor.isEmpty() || Slug.isValid(anchor)) {
            return anchor;
        }
        converted("\"" + HtmlReading.excerpt(anchor) + "\" can be no anchor and was replaced");
        return "";
    }

    private String line(String what, String words) {
        if (words.isBlank()) {
            converted("A " + what + " without words became \"" + UNTITLED + "\"");
            return UNTITLED;
        } else if (words.length() > Limits.TITLE) {
            converted("A " + what + " too long for one was cut; all of it is the first paragraph below");
        }
        return cut(words, Limits.TITLE);
    }

    private static List<Block> withWhole(String words, List<Block> below) {
        if (words.length() <= Limits.TITLE) {
            return below;
        }
        List<Block> all = new ArrayList<>(below);
        all.add(0, new Paragraph(InlineText.literal(words)));
        return all;
    }

    private @Nullable String webUrl(String name, @Nullable String url) {
        if (url != null && !Addresses.isWeb(url)) {
            ignored(name, "\"" + HtmlReading.excerpt(url) + "\" is no absolute address on the web");
            return null;
        }
        return url;
    }

    private @Nullable String atMost(String name, @Nullable String text, int limit) {
        if (text != null && text.length() > limit) {
            ignored(name, "is longer than " + limit + " characters: " + HtmlReading.excerpt(text));
            return null;
        }
        return text;
    }

    private @Nullable String shortened(String name, @Nullable String text, int limit) {
        if (text == null || text.length() <= limit) {
            return text;
        }
        ignored(name, "is longer than " + limit + " characters and was cut");
        return cut(text, limit);
    }

    private void ignored(String name, String why) {
        warnings.add(new ImportWarning(ImportWarning.FRONT_MATTER_IGNORED, "\"" + name + "\" " + why, null));
    }

    private void converted(String detail) {
        Warnings.converted(warnings, detail, 0);
    }
}
