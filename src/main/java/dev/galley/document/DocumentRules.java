package dev.galley.document;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.text.Slug;
import java.util.List;

/** What makes a document valid, beyond the types of its members. Each breach names its place by JSON pointer. */
public final class DocumentRules {
    private final Breaches breaches = new Breaches();
    private final BlockRules blocks = new BlockRules(breaches);
    private int sections;

    private DocumentRules() {}

    /** Throws a problem that lists every breach. */
    public static void check(ArticleDocument document) {
        List<InputError> breaches = breaches(document);
        if (!breaches.isEmpty()) {
            throw Problem.invalid(breaches);
        }
    }

    public static List<InputError> breaches(ArticleDocument document) {
        DocumentRules rules = new DocumentRules();
        rules.article(document);
        return rules.breaches.all();
    }

    private void article(ArticleDocument document) {
        breaches.required("/title", document.title(), Limits.TITLE);
        if (!document.slug().isEmpty() && !Slug.isValid(document.slug())) {
            breaches.slug("/slug", document.slug());
        }
        if (!document.locale().isEmpty() && !Locales.isValid(document.locale())) {
            breaches.error(
                    "/locale",
                    InputError.INVALID,
                    "This must be a language tag (BCP 47), for example \"en\" or \"de-CH\".");
        }
        breaches.atMost("/translationKey", document.translationKey(), Slug.MAX_LENGTH);
        breaches.atMost("/summary", document.summary(), Limits.SUMMARY);
        breaches.each("/authors", document.authors(), Limits.AUTHORS, this::author);
        breaches.each("/topics", document.topics(), Limits.TOPICS, this::topic);
        if (document.series() != null) {
            breaches.slug("/series/slug", document.series().slug());
            breaches.atMost("/series/title", document.series().title(), Limits.TITLE);
            breaches.positive("/series/position", document.series().position());
        }
        if (document.hero() != null) {
            hero(document.hero());
        }
        breaches.atMost("/seo/title", document.seo().title(), Limits.TITLE);
        breaches.atMost("/seo/description", document.seo().description(), Limits.SUMMARY);
        breaches.webUrl("/seo/canonicalUrl", document.seo().canonicalUrl());
        blocks.check("/lead", document.lead(), 1);
        sections("/sections", document.sections(), 1);
        breaches.each("/takeaways", document.takeaways(), Limits.TAKEAWAYS, this::takeaway);
        breaches.each("/faqs", document.faqs(), Limits.FAQS, this::faq);
        breaches.count("/sections", "sections", sections, Limits.SECTIONS);
        breaches.count("", "blocks", blocks.count(), Limits.BLOCKS);
    }

    private void author(String at, AuthorRef author) {
        breaches.slug(at + "/slug", author.slug());
        breaches.atMost(at + "/name", author.name(), Limits.NAME);
        breaches.webUrl(at + "/url", author.url());
        breaches.unique(at + "/slug", "author:" + author.slug());
    }

    private void topic(String at, TopicRef topic) {
        breaches.slug(at + "/slug", topic.slug());
        breaches.atMost(at + "/name", topic.name(), Limits.NAME);
        breaches.unique(at + "/slug", "topic:" + topic.slug());
    }

    private void hero(Hero hero) {
        breaches.imageUrl("/hero/url", hero.url());
        breaches.atMost("/hero/alt", hero.alt(), Limits.SUMMARY);
        breaches.atMost("/hero/caption", hero.caption(), Limits.TEXT);
        breaches.positive("/hero/width", hero.width());
        breaches.positive("/hero/height", hero.height());
    }

    private void sections(String at, List<Section> list, int depth) {
        if (depth > Limits.SECTION_DEPTH && !list.isEmpty()) {
            breaches.error(at, InputError.TOO_DEEP, "Sections nest " + Limits.SECTION_DEPTH + " deep at most.");
            return;
        }
        breaches.each(at, list, (where, section) -> {
            sections++;
            breaches.uuid(where + "/id", section.id());
            breaches.anchor(where + "/anchor", section.anchor());
            breaches.required(where + "/heading", section.heading(), Limits.TITLE);
            blocks.check(where + "/blocks", section.blocks(), 1);
            sections(where + "/sections", section.sections(), depth + 1);
        });
    }

    private void takeaway(String at, Takeaway takeaway) {
        breaches.uuid(at + "/id", takeaway.id());
        breaches.required(at + "/text", takeaway.text(), Limits.TEXT);
    }

    private void faq(String at, Faq faq) {
        breaches.uuid(at + "/id", faq.id());
        breaches.anchor(at + "/anchor", faq.anchor());
        breaches.required(at + "/question", faq.question(), Limits.TITLE);
        blocks.check(at + "/answer", faq.answer(), 1);
    }
}
