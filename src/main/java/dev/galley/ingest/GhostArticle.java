package dev.galley.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.document.AuthorRef;
import dev.galley.document.Hero;
import dev.galley.document.Seo;
import dev.galley.document.TopicRef;
import dev.galley.text.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One post or page of Ghost as an article. */
final class GhostArticle {
    private static final Set<String> PUBLIC = Set.of("published", "scheduled", "sent");

    /** Stands for the address of the site wherever an export would hold it. */
    private static final Pattern SITE = Pattern.compile("__GHOST_URL__/?");

    private final String name;
    private final JsonNode post;
    private final JsonNode meta;
    private final GhostTables tables;
    private final List<ImportWarning> warnings = new ArrayList<>();

    GhostArticle(String name, JsonNode post, GhostTables tables) {
        this.name = name;
        this.post = post;
        this.meta = tables.meta(post);
        this.tables = tables;
    }

    ArchiveItem read(ArchiveSlugs slugs) {
        FrontMatter frontMatter = frontMatter(slugs);
        return new ArchiveItem(name, body(frontMatter), List.of());
    }

    private Imported body(FrontMatter frontMatter) {
        String html = siteRelative(text("html"));
        String plain = text("plaintext");
        if (!html.isBlank()) {
            return HtmlReader.article(GhostHtml.read(html, warnings), frontMatter, warnings);
        } else if (!plain.isBlank()) {
            Warnings.converted(warnings, "The post has no HTML: its plain text was read", 0);
            String clean = CleanText.clean(siteRelative(plain), warnings);
            return Assembler.assemble(PlainTextReader.pieces(clean, warnings), frontMatter, warnings);
        }
        Stream.of("lexical", "mobiledoc")
                .filter(form -> !text(form).isBlank())
                .map(form -> "The post holds its text in the form \"" + form + "\" alone, which can't be read")
                .forEach(lost -> warnings.add(new ImportWarning(ImportWarning.HTML_DROPPED, lost, null)));
        return Assembler.assemble(List.of(), frontMatter, warnings);
    }

    private FrontMatter frontMatter(ArchiveSlugs slugs) {
        return new FrontMatter(
                line("title"),
                slugs.slug(line("slug"), name, warnings),
                "",
                null,
                ArchiveText.orNull(line("custom_excerpt")),
                authors(),
                topics(),
                null,
                hero(),
                seo(),
                time("published_at"),
                time("updated_at"),
                isDraft());
    }

    /** A member of the post, or of the table that newer versions moved it to; "" where it has none. */
    private String text(String member) {
        JsonNode own = post.path(member);
        JsonNode value = own.isValueNode() && !own.isNull() ? own : meta.path(member);
        return value.isValueNode() ? value.asText("") : "";
    }

    private String line(String member) {
        return ArchiveText.line(text(member), warnings);
    }

    private String siteRelative(String text) {
        String relative = SITE.matcher(text).replaceAll("/");
        if (!relative.equals(text)) {
            String detail = "Addresses of the site itself, __GHOST_URL__ in the export, became relative to the site";
            warnings.add(new ImportWarning(ImportWarning.LINK_UNRESOLVED, detail, null));
        }
        return relative;
    }

    private List<AuthorRef> authors() {
        List<AuthorRef> authors = new ArrayList<>();
        for (JsonNode user : known("author", tables.authors(post))) {
            String called = ArchiveText.line(user.path("name").asText(""), warnings);
            String slug = ArchiveSlugs.of(user.path("slug").asText(""), Slug.of(called, "author"));
            String website = ArchiveText.line(user.path("website").asText(""), warnings);
            authors.add(new AuthorRef(slug, ArchiveText.orNull(called), ArchiveText.orNull(website)));
        }
        return authors;
    }

    /** Without internal tags, which tell the theme something and readers nothing. */
    private List<TopicRef> topics() {
        List<TopicRef> topics = new ArrayList<>();
        for (JsonNode tag : known("tag", tables.tags(post))) {
            String called = ArchiveText.line(tag.path("name").asText(""), warnings);
            boolean internal =
                    called.startsWith("#") || tag.path("visibility").asText("").equals("internal");
            if (!internal) {
                String slug = ArchiveSlugs.of(tag.path("slug").asText(""), Slug.of(called, "topic"));
                topics.add(new TopicRef(slug, ArchiveText.orNull(called), null));
            }
        }
        return topics;
    }

    private List<JsonNode> known(String what, List<JsonNode> rows) {
        List<JsonNode> known = rows.stream().filter(row -> !row.isMissingNode()).toList();
        if (known.size() < rows.size()) {
            ArchiveText.ignored(what, "names one that the file doesn't hold", warnings);
        }
        return known;
    }

    /** The picture for social media stands in where there is no other: a document has but one. */
    private @Nullable Hero hero() {
        String feature = siteRelative(line("feature_image"));
        String image = feature.isEmpty() ? siteRelative(line("image")) : feature;
        String social = siteRelative(line("og_image"));
        if (image.isEmpty()) {
            return social.isEmpty() ? null : new Hero(social, null, null, null, null);
        } else if (!social.isEmpty() && !social.equals(image)) {
            ArchiveText.ignored("og_image", "has no place beside the feature image: " + social, warnings);
        }
        String caption = siteRelative(text("feature_image_caption"));
        return new Hero(
                image,
                ArchiveText.orNull(line("feature_image_alt")),
                ArchiveText.inline(caption, "", warnings),
                null,
                null);
    }

    private Seo seo() {
        return new Seo(
                ArchiveText.orNull(line("meta_title")),
                ArchiveText.orNull(line("meta_description")),
                ArchiveText.orNull(siteRelative(line("canonical_url"))),
                false);
    }

    /** Old exports count milliseconds. */
    private @Nullable Instant time(String member) {
        JsonNode value = post.path(member);
        String text = value.canConvertToLong() && value.isIntegralNumber()
                ? Instant.ofEpochMilli(value.longValue()).toString()
                : value.asText("");
        Instant time = Times.read(text);
        if (time == null && !text.isBlank() && !value.isNull()) {
            ArchiveText.ignored(member, "is no date: " + HtmlReading.excerpt(text), warnings);
        }
        return time;
    }

    /** What only some may read must not become public by a move. */
    private boolean isDraft() {
        boolean draft = !PUBLIC.contains(text("status"));
        String visibility = text("visibility");
        if (!draft && !visibility.isEmpty() && !visibility.equals("public")) {
            String detail = "The post is for \"" + visibility + "\" only, so it is a draft.";
            warnings.add(new ImportWarning(ImportWarning.NOT_PUBLISHED, detail, null));
            return true;
        }
        return draft;
    }
}
