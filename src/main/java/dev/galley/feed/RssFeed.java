package dev.galley.feed;

import dev.galley.article.PublishedDocument;
import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.rendition.HtmlRendition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A feed as RSS 2.0 (rssboard.org), with the whole text by its content module and authors by Dublin Core. */
final class RssFeed {
    static final String MEDIA_TYPE = "application/rss+xml;charset=UTF-8";

    private RssFeed() {}

    static String of(Feed feed) {
        Xml xml = new Xml();
        xml.begin(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:atom",
                        AtomFeed.NAMESPACE)
                .begin("channel")
                .element("title", feed.title())
                .element("link", feed.home())
                .element("description", feed.description())
                .element("lastBuildDate", time(feed.updated()))
                .empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self());
        if (feed.next() != null) {
            xml.empty("atom:link", "rel", "next", "type", "application/rss+xml", "href", feed.next());
        }
        feed.articles().forEach(article -> item(xml, article));
        return xml.end().end().document();
    }

    private static void item(Xml xml, PublishedDocument article) {
        ArticleDocument document = article.document();
        xml.begin("item")
                .element("title", document.title())
                .element("link", article.links().html())
                .element("guid", Feed.id(article), "isPermaLink", "false")
                .element("pubDate", time(article.publishedAt()))
                .element("description", document.summary());
        document.authors().stream().map(AuthorRef::name).forEach(author -> xml.element("dc:creator", author));
        document.topics().forEach(topic -> xml.element("category", topic.name()));
        xml.element("content:encoded", HtmlRendition.article(document)).end();
    }

    private static String time(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
