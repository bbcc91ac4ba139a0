package dev.galley.editorial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.galley.article.Article;
import dev.galley.document.ArticleDocument;
import dev.galley.platform.Json;
import dev.galley.rendition.Archived;
import dev.galley.taxonomy.Taxonomy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of an article as it leaves Galley: the one that is public, the one that editors are at, or both in one. */
public record ExportedDraft(ArticleDocument document, Archived archived) {
    /** Of the drafts behind an id, in the order of their ids; what is public stands before its next version. */
    public static List<ExportedDraft> behind(@Nullable UUID id, int limit) {
        List<ExportedDraft> exported = new ArrayList<>();
        page(id, limit).forEach(draft -> exported.addAll(of(draft)));
        return exported;
    }

    private static List<Draft> page(@Nullable UUID id, int limit) {
        String known = "status <> ?1 ";
        return id == null
                ? Draft.<Draft>find(known + "order by id", DraftStatus.TRASHED)
                        .page(0, limit)
                        .list()
                : Draft.<Draft>find(known + "and id > ?2 order by id", DraftStatus.TRASHED, id)
                        .page(0, limit)
                        .list();
    }

    private static List<ExportedDraft> of(Draft draft) {
        Article article = draft.status == DraftStatus.PUBLISHED ? Article.findById(draft.id) : null;
        if (article == null || draft.publishedVersion == null) {
            return List.of(newest(draft));
        }
        ExportedDraft published = new ExportedDraft(
                Taxonomy.named(publishedDocument(draft, draft.publishedVersion)),
                new Archived(draft.id, article.publishedAt, article.updatedAt, false));
        return draft.hasUnpublishedChanges() ? List.of(published, newest(draft)) : List.of(published);
    }

    private static ArticleDocument publishedDocument(Draft draft, long version) {
        return version == draft.version
                ? draft.document
                : Revision.of(draft, version).map(revision -> revision.document).orElse(draft.document);
    }

    private static ExportedDraft newest(Draft draft) {
        Instant published = draft.firstPublishedAt == null ? draft.sourcePublishedAt : draft.firstPublishedAt;
        return new ExportedDraft(
                Taxonomy.named(draft.document), new Archived(draft.id, published, draft.sourceUpdatedAt, true));
    }

    /** As an import reads it. */
    public ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode().put("id", archived.id().toString());
        if (archived.publishedAt() != null) {
            json.put("publishedAt", archived.publishedAt().toString());
        }
        if (archived.updatedAt() != null) {
            json.put("updatedAt", archived.updatedAt().toString());
        }
        if (archived.draft()) {
            json.put("draft", true);
        }
        return json.setAll((ObjectNode) Json.MAPPER.valueToTree(DocumentView.of(document)));
    }
}
