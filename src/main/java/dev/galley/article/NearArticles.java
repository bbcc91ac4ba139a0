package dev.galley.article;

import dev.galley.text.TextForm;
import java.util.List;

/** Knows what to read next. It is search that does, which is made from articles: this is where they show it. */
public interface NearArticles {
    /** The nearest first, in the caller's transaction. */
    List<RelatedArticle> to(Article article, TextForm form);
}
