package dev.galley.document;

import dev.galley.platform.Problem;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Edits of one entry in a flat list of parts: the takeaways, the FAQs. */
public final class ListEdits<T> {
    private final String noun;
    private final Function<T, String> id;

    private ListEdits(String noun, Function<T, String> id) {
        this.noun = noun;
        this.id = id;
    }

    public static final ListEdits<Takeaway> TAKEAWAYS = new ListEdits<>("takeaway", Takeaway::id);
    public static final ListEdits<Faq> FAQS = new ListEdits<>("FAQ", Faq::id);

    public T get(List<T> list, String wanted) {
        return list.stream()
                .filter(part -> id.apply(part).equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(noun + " " + wanted + " in this article"));
    }

    public List<T> insert(List<T> list, T part, @Nullable Integer position) {
        return Positions.insert(list, part, position);
    }

    public List<T> replace(List<T> list, String wanted, UnaryOperator<T> edit) {
        get(list, wanted);
        return list.stream()
                .map(part -> id.apply(part).equals(wanted) ? edit.apply(part) : part)
                .toList();
    }

    public List<T> remove(List<T> list, String wanted) {
        get(list, wanted);
        return Positions.without(list, part -> id.apply(part).equals(wanted));
    }

    public List<T> move(List<T> list, String wanted, @Nullable Integer position) {
        T part = get(list, wanted);
        return Positions.insert(remove(list, wanted), part, position);
    }
}
