package dev.galley.feed;

import dev.galley.article.Article;
import dev.galley.article.PublishedDocument;
import dev.galley.article.PublishedDocuments;
import dev.galley.platform.Links;
import dev.galley.platform.LinksConfig;
import dev.galley.rendition.MarkdownRendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The site for language models: what there is to read, as Markdown (llmstxt.org). */
@ApplicationScoped
class LlmsText {
    static final String MEDIA_TYPE = "text/plain;charset=UTF-8";

    /** The newest ones: a model reads no more at once. */
    static final int MOST = 100;

    private final PublishedDocuments documents;
    private final Links links;
    private final LinksConfig config;

    LlmsText(PublishedDocuments documents, Links links, LinksConfig config) {
        this.documents = documents;
        this.links = links;
        this.config = config;
    }

    /** In the caller's transaction, like the whole text. */
    String contents() {
        String articles = newest().stream().map(LlmsText::line).collect(Collectors.joining());
        return head() + "\n## Articles\n\n" + articles + "\n## Optional\n\n"
                + "- [The whole text of these](" + links.to("/llms-full.txt") + ")\n"
                + "- [The API](" + links.to("/q/openapi") + "): everything else that was published, as JSON\n";
    }

    String whole() {
        return head() + "\n"
                + newest().stream()
                        .map(article -> MarkdownRendition.of(article.document()))
                        .collect(Collectors.joining("\n"));
    }

    private String head() {
        return "# " + config.site().title() + "\n\n> " + config.site().description() + "\n";
    }

    private List<PublishedDocument> newest() {
        List<UUID> ids = Article.getEntityManager()
                .createQuery("select a.id from Article a order by a.publishedAt desc, a.id desc", UUID.class)
                .setMaxResults(MOST)
                .getResultList();
        return documents.of(ids);
    }

    private static String line(PublishedDocument article) {
        String summary = article.document().summary();
        return "- [" + plain(article.document().title()) + "]("
                + article.links().markdown() + ")" + (summary == null ? "" : ": " + summary.replace('\n', ' ')) + "\n";
    }

    private static String plain(String title) {
        return title.replace("[", "(").replace("]", ")").replace('\n', ' ');
    }
}
