package dev.galley.ingest;

import dev.galley.document.Addresses;
import dev.galley.document.AuthorRef;
import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.TopicRef;
import dev.galley.ingest.WordPressExport.Attachment;
import dev.galley.ingest.WxrItem.Category;
import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import dev.galley.text.Slug;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** One post or page of WordPress as an article. */
final class WordPressArticle {
    private static final Set<String> PUBLIC = Set.of("publish", "future");
    private static final Set<String> TOPICS = Set.of("category", "post_tag");
    private static final String UNCATEGORIZED = "uncategorized";

    private final String name;
    private final WxrItem item;
    private final Map<String, String> authors;
    private final Map<String, Attachment> attachments;
    private final String address;
    private final List<ImportWarning> warnings = new ArrayList<>();

    WordPressArticle(String name, WxrItem item, Map<String, String> authors, Map<String, Attachment> attachments) {
        this.name = name;
        this.item = item;
        this.authors = authors;
        this.attachments = attachments;
        String link = item.text("link").strip();
        this.address = Addresses.isWeb(link) ? link : "";
    }

    ArchiveItem read(ArchiveSlugs slugs) {
        String content = item.text("content:encoded");
        if (WxrFile.isTooLong(content)) {
            throw Problem.member("", InputError.TOO_LONG, "The text is longer than any that can be imported.");
        }
        FrontMatter meta = frontMatter(slugs);
        List<String> formerSlugs = formerSlugs(meta.slug());
        if (item.texts().values().stream().anyMatch(text -> text.indexOf('\uFFFD') >= 0)) {
            String detail = "Characters that are no text stand as U+FFFD";
            warnings.add(new ImportWarning(ImportWarning.CHARSET_REPLACED, detail, null));
        }
        Element body = WordPressHtml.read(content, address, warnings);
        return new ArchiveItem(name, HtmlReader.article(body, meta, warnings), formerSlugs);
    }

    private FrontMatter frontMatter(ArchiveSlugs slugs) {
        return new FrontMatter(
                words(item.text("title")),
                slugs.slug(item.text("wp:post_name").strip(), name, warnings),
                "",
                null,
                ArchiveText.orNull(words(item.text("excerpt:encoded"))),
                authors(),
                topics(),
                null,
                hero(),
                seo(),
                Times.read(item.text("wp:post_date_gmt")),
                Times.read(item.text("wp:post_modified_gmt")),
                isDraft());
    }

    private String words(String html) {
        return ArchiveText.words(html, warnings);
    }

    private List<AuthorRef> authors() {
        String login = ArchiveText.line(item.text("dc:creator"), warnings);
        if (login.isEmpty()) {
            return List.of();
        }
        String display = words(authors.getOrDefault(login, ""));
        if (!login.contains("@")) {
            return List.of(new AuthorRef(Slug.of(login, "author"), display.isEmpty() ? login : display, null));
        } else if (!display.isEmpty() && !display.contains("@")) {
            return List.of(AuthorRef.byName(display));
        }
        // Who logs in by e-mail address has not published it.
        ArchiveText.ignored("dc:creator", "is an e-mail address without a name", warnings);
        return List.of();
    }

    private List<TopicRef> topics() {
        List<TopicRef> topics = new ArrayList<>();
        for (Category category : item.categories()) {
            String topic = words(category.name());
            String slug = ArchiveSlugs.of(category.nicename(), Slug.of(topic, "topic"));
            boolean counts = TOPICS.contains(category.domain()) && !slug.equals(UNCATEGORIZED);
            if (counts && topics.stream().noneMatch(known -> known.slug().equals(slug))) {
                topics.add(new TopicRef(slug, ArchiveText.orNull(topic), null));
            }
        }
        return topics;
    }

    private @Nullable Hero hero() {
        String id = item.meta("_thumbnail_id");
        Attachment picture = attachments.get(id);
        if (picture == null || picture.url().isEmpty()) {
            if (!id.isEmpty()) {
                ArchiveText.ignored("_thumbnail_id", "names a picture that the file doesn't hold: " + id, warnings);
            }
            return null;
        }
        return new Hero(
                picture.url(),
                ArchiveText.orNull(ArchiveText.line(picture.alt(), warnings)),
                ArchiveText.inline(picture.caption(), address, warnings),
                null,
                null);
    }

    private Seo seo() {
        return new Seo(
                yoast("_yoast_wpseo_title"),
                yoast("_yoast_wpseo_metadesc"),
                ArchiveText.orNull(item.meta("_yoast_wpseo_canonical")),
                item.meta("_yoast_wpseo_meta-robots-noindex").equals("1"));
    }

    private @Nullable String yoast(String key) {
        String text = words(item.meta(key));
        if (text.contains("%%")) {
            ArchiveText.ignored(key, "has variables that only Yoast can fill in: " + text, warnings);
            return null;
        }
        return ArchiveText.orNull(text);
    }

    /** What only some may read must not become public by a move. */
    private boolean isDraft() {
        boolean draft = !PUBLIC.contains(item.text("wp:status").strip());
        if (!draft && !item.text("wp:post_password").isBlank()) {
            String detail = "The post is protected by a password, so it is a draft.";
            warnings.add(new ImportWarning(ImportWarning.NOT_PUBLISHED, detail, null));
            return true;
        }
        return draft;
    }

    private List<String> formerSlugs(String slug) {
        Set<String> former = new LinkedHashSet<>();
        for (String old : item.metas("_wp_old_slug")) {
            if (Slug.isValid(old)) {
                former.add(old);
            } else if (!old.isBlank()) {
                ArchiveText.ignored("_wp_old_slug", "can be no slug here: " + HtmlReading.excerpt(old), warnings);
            }
        }
        former.remove(slug);
        return List.copyOf(former);
    }
}
