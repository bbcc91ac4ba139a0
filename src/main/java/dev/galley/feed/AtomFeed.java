package dev.galley.feed;

import dev.galley.article.PublishedDocument;
import dev.galley.document.ArticleDocument;
import dev.galley.rendition.HtmlRendition;

/** A feed as Atom (RFC 4287), paged as RFC 5005 has it. */
final class AtomFeed {
    static final String MEDIA_TYPE = "application/atom+xml;charset=UTF-8";
    static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private AtomFeed() {}

    static String of(Feed feed) {
        Xml xml = new Xml();
        xml.begin("feed", "xmlns", NAMESPACE)
                .element("id", feed.first())
                .element("title", feed.title())
                .element("subtitle", feed.description())
                .element("updated", feed.updated().toString())
                .empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self())
                .empty("link", "rel", "first", "type", "application/atom+xml", "href", feed.first())
                .empty("link", "rel", "alternate", "type", "text/html", "href", feed.home());
        if (feed.next() != null) {
            xml.empty("link", "rel", "next", "type", "application/atom+xml", "href", feed.next());
        }
        // An entry without an author takes the feed's, and one of them there must be (§4.2.1).
        xml.begin("author").element("name", feed.title()).end();
        feed.articles().forEach(article -> entry(xml, article));
        return xml.end().document();
    }

    private static void entry(Xml xml, PublishedDocument article) {
        ArticleDocument document = article.document();
        xml.begin("entry", "xml:lang", document.locale())
                .element("id", Feed.id(article))
                .element("title", document.title())
                .element("published", article.publishedAt().toString())
                .element("updated", article.updatedAt().toString())
                .empty(
                        "link",
                        "rel",
                        "alternate",
                        "type",
                        "text/html",
                        "href",
                        article.links().html())
                .empty(
                        "link",
                        "rel",
                        "related",
                        "type",
                        "application/json",
                        "href",
                        article.links().self())
                .element("summary", document.summary());
        document.authors().forEach(author -> xml.begin("author")
                .element("name", author.name())
                .element("uri", author.url())
                .end());
        document.topics().forEach(topic -> xml.empty("category", "term", topic.slug(), "label", topic.name()));
        xml.element("content", HtmlRendition.article(document), "type", "html").end();
    }
}
