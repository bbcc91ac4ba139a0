package dev.galley.editorial;

import dev.galley.document.ArticleDocument;
import dev.galley.document.ListEdits;
import dev.galley.platform.Json;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Writes to the parts of a draft that stand in one flat list, the same for takeaways and FAQs. */
final class FlatParts<T> {
    private final ListEdits<T> parts;
    private final Class<T> type;
    private final DraftDesk desk;
    private final DraftWrites writes;

    FlatParts(ListEdits<T> parts, Class<T> type, DraftDesk desk, DraftWrites writes) {
        this.parts = parts;
        this.type = type;
        this.desk = desk;
        this.writes = writes;
    }

    RestResponse<T> add(String id, @Nullable String ifMatch, byte[] body) {
        PartInput input = PartInput.readFlat(body);
        T part = check(Json.bind(input.part(), type));
        return writes.on(id, Preconditions.optional(ifMatch), 201, draft -> {
            List<String> before = parts.ids(draft.document);
            desk.save(draft, parts.insert(draft.document, part, input.position()));
            String added = parts.ids(draft.document).stream()
                    .filter(candidate -> !before.contains(candidate))
                    .findFirst()
                    .orElseThrow();
            return parts.get(draft.document, added);
        });
    }

    RestResponse<T> update(String id, String partId, @Nullable String ifMatch, byte[] patch) {
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            T after = check(PartInput.patched(parts.get(draft.document, partId), patch, type));
            desk.save(draft, parts.replace(draft.document, partId, after));
            return parts.get(draft.document, partId);
        });
    }

    RestResponse<T> remove(String id, String partId, @Nullable String ifMatch) {
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            T removed = parts.get(draft.document, partId);
            desk.save(draft, parts.remove(draft.document, partId));
            return removed;
        });
    }

    RestResponse<T> move(String id, String partId, @Nullable String ifMatch, byte[] body) {
        PartInput move = PartInput.readFlatMove(body);
        return writes.on(id, Preconditions.optional(ifMatch), 200, draft -> {
            desk.save(draft, parts.move(draft.document, partId, move.position()));
            return parts.get(draft.document, partId);
        });
    }

    private T check(T part) {
        PartInput.check(parts.insert(ArticleDocument.titled("-"), part, 0), "/" + parts.member() + "/0");
        return part;
    }
}
