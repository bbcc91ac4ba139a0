package dev.galley.document;

import dev.galley.platform.Problem;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Edits of one entry in a flat list of parts, each from document to document. */
public final class ListEdits<T> {
    public static final ListEdits<Takeaway> TAKEAWAYS =
            new ListEdits<>("takeaways", Takeaway::id, ArticleDocument::takeaways, ArticleDocument::withTakeaways);
    public static final ListEdits<Faq> FAQS =
            new ListEdits<>("faqs", Faq::id, ArticleDocument::faqs, ArticleDocument::withFaqs);

    private final String member;
    private final Function<T, String> id;
    private final Function<ArticleDocument, List<T>> list;
    private final BiFunction<ArticleDocument, List<T>, ArticleDocument> with;

    private ListEdits(
            String member,
            Function<T, String> id,
            Function<ArticleDocument, List<T>> list,
            BiFunction<ArticleDocument, List<T>, ArticleDocument> with) {
        this.member = member;
        this.id = id;
        this.list = list;
        this.with = with;
    }

    /** What the list is called in a document. */
    public String member() {
        return member;
    }

    public List<T> list(ArticleDocument document) {
        return list.apply(document);
    }

    public List<String> ids(ArticleDocument document) {
        return list(document).stream().map(id).toList();
    }

    public T get(ArticleDocument document, String wanted) {
        return list(document).stream()
                .filter(part -> id.apply(part).equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("entry " + wanted + " among this article's " + member));
    }

    public ArticleDocument insert(ArticleDocument document, T part, @Nullable Integer position) {
        return edit(document, parts -> Positions.insert(parts, part, position));
    }

    public ArticleDocument replace(ArticleDocument document, String wanted, T replacement) {
        get(document, wanted);
        return edit(document, parts -> parts.stream()
                .map(part -> id.apply(part).equals(wanted) ? replacement : part)
                .toList());
    }

    public ArticleDocument remove(ArticleDocument document, String wanted) {
        get(document, wanted);
        return edit(
                document,
                parts -> Positions.without(parts, part -> id.apply(part).equals(wanted)));
    }

    public ArticleDocument move(ArticleDocument document, String wanted, @Nullable Integer position) {
        T part = get(document, wanted);
        return insert(remove(document, wanted), part, position);
    }

    private ArticleDocument edit(ArticleDocument document, UnaryOperator<List<T>> edit) {
        return with.apply(document, edit.apply(list(document)));
    }
}
