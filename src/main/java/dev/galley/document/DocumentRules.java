package dev.galley.document;

import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.document.block.Table;
import dev.galley.platform.Ids;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.text.Slug;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a document valid, beyond the types of its members. Each breach names its place by JSON pointer. */
public final class DocumentRules {
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern BLOCK_ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final List<InputError> errors = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int blocks;
    private int sections;

    private DocumentRules() {}

    /** Throws a problem that lists every breach. */
    public static void check(ArticleDocument document) {
        List<InputError> errors = breaches(document);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    public static List<InputError> breaches(ArticleDocument document) {
        DocumentRules rules = new DocumentRules();
        rules.article(document);
        return rules.errors;
    }

    /** {@code de-ch} as BCP 47 (RFC 5646 §2.1.1) writes it: {@code de-CH}. */
    public static String canonicalLocale(String locale) {
        return Locale.forLanguageTag(locale).toLanguageTag();
    }

    public static boolean isLocale(String locale) {
        return LOCALE.matcher(locale).matches() && !"und".equals(canonicalLocale(locale));
    }

    private void article(ArticleDocument document) {
        required("/title", document.title(), Limits.TITLE);
        if (!document.slug().isEmpty() && !Slug.isValid(document.slug())) {
            slug("/slug", document.slug());
        }
        if (!document.locale().isEmpty() && !isLocale(document.locale())) {
            error(
                    "/locale",
                    InputError.INVALID,
                    "This must be a language tag (BCP 47), for example \"en\" or \"de-CH\".");
        }
        atMost("/translationKey", document.translationKey(), Slug.MAX_LENGTH);
        atMost("/summary", document.summary(), Limits.SUMMARY);
        each("/authors", document.authors(), Limits.AUTHORS, this::author);
        each("/topics", document.topics(), Limits.TOPICS, this::topic);
        if (document.series() != null) {
            slug("/series/slug", document.series().slug());
            atMost("/series/title", document.series().title(), Limits.TITLE);
            positive("/series/position", document.series().position());
        }
        if (document.hero() != null) {
            hero(document.hero());
        }
        atMost("/seo/title", document.seo().title(), Limits.TITLE);
        atMost("/seo/description", document.seo().description(), Limits.SUMMARY);
        webUrl("/seo/canonicalUrl", document.seo().canonicalUrl());
        blocks("/lead", document.lead(), 1);
        sections("/sections", document.sections(), 1);
        each("/takeaways", document.takeaways(), Limits.TAKEAWAYS, this::takeaway);
        each("/faqs", document.faqs(), Limits.FAQS, this::faq);
        count("/sections", "sections", sections, Limits.SECTIONS);
        count("", "blocks", blocks, Limits.BLOCKS);
    }

    private void author(String at, AuthorRef author) {
        slug(at + "/slug", author.slug());
        atMost(at + "/name", author.name(), Limits.NAME);
        webUrl(at + "/url", author.url());
        unique(at + "/slug", "author:" + author.slug());
    }

    private void topic(String at, TopicRef topic) {
        slug(at + "/slug", topic.slug());
        atMost(at + "/name", topic.name(), Limits.NAME);
        unique(at + "/slug", "topic:" + topic.slug());
    }

    private void hero(Hero hero) {
        imageUrl("/hero/url", hero.url());
        atMost("/hero/alt", hero.alt(), Limits.SUMMARY);
        atMost("/hero/caption", hero.caption(), Limits.TEXT);
        positive("/hero/width", hero.width());
        positive("/hero/height", hero.height());
    }

    private void sections(String at, List<Section> list, int depth) {
        if (depth > Limits.SECTION_DEPTH && !list.isEmpty()) {
            error(at, InputError.TOO_DEEP, "Sections nest " + Limits.SECTION_DEPTH + " deep at most.");
            return;
        }
        each(at, list, (where, section) -> {
            sections++;
            uuid(where + "/id", section.id());
            anchor(where + "/anchor", section.anchor());
            required(where + "/heading", section.heading(), Limits.TITLE);
            blocks(where + "/blocks", section.blocks(), 1);
            sections(where + "/sections", section.sections(), depth + 1);
        });
    }

    private void takeaway(String at, Takeaway takeaway) {
        uuid(at + "/id", takeaway.id());
        required(at + "/text", takeaway.text(), Limits.TEXT);
    }

    private void faq(String at, Faq faq) {
        uuid(at + "/id", faq.id());
        anchor(at + "/anchor", faq.anchor());
        required(at + "/question", faq.question(), Limits.TITLE);
        blocks(at + "/answer", faq.answer(), 1);
    }

    private void blocks(String at, List<Block> list, int depth) {
        if (depth > Limits.BLOCK_DEPTH && !list.isEmpty()) {
            error(at, InputError.TOO_DEEP, "Blocks nest " + Limits.BLOCK_DEPTH + " deep at most.");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            block(at + "/" + i, list.get(i), depth);
        }
    }

    private void block(String at, Block block, int depth) {
        blocks++;
        if (!block.id().isEmpty()) {
            if (!BLOCK_ID.matcher(block.id()).matches()) {
                error(at + "/id", InputError.INVALID, "A block's id is 1 to 40 letters, digits, \"-\" or \"_\".");
            }
            unique(at + "/id", "block:" + block.id());
        }
        if (block instanceof Paragraph paragraph) {
            atMost(at + "/text", paragraph.text(), Limits.TEXT);
        } else if (block instanceof ListBlock list) {
            list(at, list, depth);
        } else if (block instanceof Code code) {
            atMost(at + "/code", code.code(), Limits.TEXT);
            atMost(at + "/language", code.language(), 100);
            atMost(at + "/filename", code.filename(), Limits.SHORT_TEXT);
            atMost(at + "/caption", code.caption(), Limits.TEXT);
        } else if (block instanceof Callout callout) {
            atMost(at + "/title", callout.title(), Limits.TITLE);
            blocks(at + "/blocks", callout.blocks(), depth + 1);
        } else if (block instanceof Quote quote) {
            atMost(at + "/attribution", quote.attribution(), Limits.TEXT);
            blocks(at + "/blocks", quote.blocks(), depth + 1);
        } else if (block instanceof Image image) {
            image(at, image);
        } else if (block instanceof Table table) {
            table(at, table);
        } else if (block instanceof Embed embed) {
            embed(at, embed);
        }
    }

    private void list(String at, ListBlock list, int depth) {
        if (list.start() != null && list.start() < 0) {
            error(at + "/start", InputError.INVALID, "This must be 0 or more.");
        }
        for (int i = 0; i < list.items().size(); i++) {
            String where = at + "/items/" + i;
            atMost(where + "/text", list.items().get(i).text(), Limits.TEXT);
            blocks(where + "/blocks", list.items().get(i).blocks(), depth + 1);
        }
        count(at + "/items", "items", list.items().size(), Limits.BLOCKS);
    }

    private void image(String at, Image image) {
        imageUrl(at + "/url", image.url());
        atMost(at + "/alt", image.alt(), Limits.SUMMARY);
        atMost(at + "/caption", image.caption(), Limits.TEXT);
        positive(at + "/width", image.width());
        positive(at + "/height", image.height());
    }

    private void table(String at, Table table) {
        if (table.head().isEmpty()) {
            error(at + "/head", InputError.REQUIRED, "A table has at least one column.");
        }
        cells(at + "/head", table.head());
        for (int row = 0; row < table.rows().size(); row++) {
            cells(at + "/rows/" + row, table.rows().get(row));
        }
        count(at + "/rows", "cells", table.head().size() * (table.rows().size() + 1), 10 * Limits.BLOCKS);
    }

    private void cells(String at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            atMost(at + "/" + i, cells.get(i), Limits.TEXT);
        }
    }

    private void embed(String at, Embed embed) {
        URI url = uri(embed.url());
        if (url == null || !"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            error(at + "/url", InputError.INVALID, "This must be an https URL.");
        }
        atMost(at + "/url", embed.url(), Limits.URL);
        atMost(at + "/provider", embed.provider(), Limits.NAME);
        atMost(at + "/title", embed.title(), Limits.TITLE);
    }

    /** An address on the web, or one relative to the frontend. */
    private void imageUrl(String at, String url) {
        if (!isImageUrl(url)) {
            error(at, InputError.INVALID, "This must be an http or https URL, or a path.");
        }
    }

    /** At most 2,000 characters: http, https or relative. */
    public static boolean isImageUrl(String url) {
        URI uri = url.length() <= Limits.URL && !url.isBlank() ? uri(url) : null;
        return uri != null && (uri.getScheme() == null || isWeb(uri));
    }

    private void webUrl(String at, @Nullable String url) {
        if (url != null && !isWebUrl(url)) {
            error(at, InputError.INVALID, "This must be an absolute http or https URL.");
        }
    }

    /** At most 2,000 characters: http or https, with a host. */
    public static boolean isWebUrl(String url) {
        URI uri = url.length() <= Limits.URL ? uri(url) : null;
        return uri != null && isWeb(uri) && uri.getHost() != null;
    }

    private static boolean isWeb(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    }

    private static @Nullable URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void slug(String at, String slug) {
        if (!Slug.isValid(slug)) {
            error(
                    at,
                    InputError.INVALID,
                    "A slug is 1 to 120 lower-case letters, digits and single dashes between them (" + Slug.PATTERN
                            + "), and not a UUID.");
        }
    }

    private void anchor(String at, String anchor) {
        if (!anchor.isEmpty()) {
            slug(at, anchor);
        }
    }

    private void uuid(String at, String id) {
        if (!id.isEmpty()) {
            if (Ids.parse(id).filter(uuid -> uuid.toString().equals(id)).isEmpty()) {
                error(at, InputError.INVALID, "This must be a lower-case UUID, or be left out for Galley to make one.");
            }
            unique(at, "part:" + id);
        }
    }

    private void unique(String at, String id) {
        if (!ids.add(id)) {
            error(
                    at,
                    InputError.DUPLICATE,
                    "\"" + id.substring(id.indexOf(':') + 1) + "\" stands twice in this document.");
        }
    }

    private <T> void each(String at, List<T> list, int limit, BiConsumer<String, T> check) {
        count(at, "entries", list.size(), limit);
        each(at, list, check);
    }

    private <T> void each(String at, List<T> list, BiConsumer<String, T> check) {
        for (int i = 0; i < list.size(); i++) {
            check.accept(at + "/" + i, list.get(i));
        }
    }

    private void count(String at, String what, int count, int limit) {
        if (count > limit) {
            error(at, InputError.TOO_MANY, "At most " + limit + " " + what + "; here are " + count + ".");
        }
    }

    private void required(String at, String text, int limit) {
        if (text.isBlank()) {
            error(at, InputError.REQUIRED, "This must not be blank.");
        }
        atMost(at, text, limit);
    }

    private void atMost(String at, @Nullable String text, int limit) {
        if (text != null && text.length() > limit) {
            error(at, InputError.TOO_LONG, "At most " + limit + " characters; here are " + text.length() + ".");
        }
    }

    private void positive(String at, @Nullable Integer number) {
        if (number != null && number < 1) {
            error(at, InputError.INVALID, "This must be 1 or more.");
        }
    }

    private void error(String at, String code, String detail) {
        errors.add(InputError.pointer(at, code, detail));
    }
}
