package dev.galley.article;

import dev.galley.query.TextSearch;

/** What the list of articles can be asked. */
public final class ArticleGrammar extends PublishedGrammar {
    public ArticleGrammar() {
        super(ArticleSummary.class);
        onDemand(ArticleSummary.ON_DEMAND);
    }

    @Override
    protected TextSearch.Kind kind() {
        return TextSearch.Kind.ARTICLE;
    }
}
