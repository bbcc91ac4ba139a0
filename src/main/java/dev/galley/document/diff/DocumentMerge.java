package dev.galley.document.diff;

import dev.galley.document.ArticleDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of two edits of one version: the document with both, or else the conflicts between them. Anchors that are
 * new on one side and taken on the other are left out, for new ones to be made.
 */
public record DocumentMerge(@Nullable ArticleDocument document, List<MergeConflict> conflicts) {
    /** All parts of the three must have their ids. */
    public static DocumentMerge merge(ArticleDocument base, ArticleDocument mine, ArticleDocument theirs) {
        return new ThreeWay(base, mine, theirs).merge();
    }
}
