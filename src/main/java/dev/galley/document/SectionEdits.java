package dev.galley.document;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Edits of one section, each from document to document. A parent of "" is the article itself. */
public final class SectionEdits {
    public static final String TOP = "";

    private SectionEdits() {}

    public static Section get(ArticleDocument document, String id) {
        return find(document, id).orElseThrow(() -> Problem.notFound("section " + id + " in this article"));
    }

    public static ArticleDocument insert(
            ArticleDocument document, Section section, String parentId, @Nullable Integer position) {
        if (!parentId.equals(TOP) && find(document, parentId).isEmpty()) {
            throw Problem.member(
                    "/parentId", InputError.INVALID, "There is no section " + parentId + " in this article.");
        }
        return mapChildren(document, parentId, children -> Positions.insert(children, section, position));
    }

    public static ArticleDocument replace(ArticleDocument document, String id, UnaryOperator<Section> edit) {
        get(document, id);
        return document.mapSections(section -> section.id().equals(id) ? edit.apply(section) : section);
    }

    /** With everything inside it. */
    public static ArticleDocument remove(ArticleDocument document, String id) {
        String parent = parentOf(document, id);
        return mapChildren(document, parent, children -> Positions.without(children, s -> s.id().equals(id)));
    }

    /** With everything inside it; a null parent is the one it has. */
    public static ArticleDocument move(
            ArticleDocument document, String id, @Nullable String parentId, @Nullable Integer position) {
        Section section = get(document, id);
        String parent = parentId == null ? parentOf(document, id) : parentId;
        if (section.walk().anyMatch(inside -> inside.id().equals(parent))) {
            throw Problem.member("/parentId", InputError.INVALID, "A section can't move into itself.");
        }
        return insert(remove(document, id), section, parent, position);
    }

    /** The id of the section around it, {@link #TOP} where it stands in the article itself. */
    public static String parentOf(ArticleDocument document, String id) {
        get(document, id);
        return document.allSections()
                .filter(section ->
                        section.sections().stream().anyMatch(child -> child.id().equals(id)))
                .findFirst()
                .map(Section::id)
                .orElse(TOP);
    }

    private static Optional<Section> find(ArticleDocument document, String id) {
        return document.allSections().filter(section -> section.id().equals(id)).findFirst();
    }

    private static ArticleDocument mapChildren(
            ArticleDocument document, String parentId, UnaryOperator<List<Section>> edit) {
        return parentId.equals(TOP)
                ? document.withSections(edit.apply(document.sections()))
                : document.mapSections(section ->
                        section.id().equals(parentId) ? section.withSections(edit.apply(section.sections())) : section);
    }
}
