package dev.galley.api;

import dev.galley.api.Editor.Draft;
import dev.galley.change.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What the change log says of one article, in order. */
@ApplicationScoped
class ChangeLog {
    @Transactional
    List<String> of(Draft draft) {
        return Change.<Change>list("articleId = ?1 order by seq", UUID.fromString(draft.id())).stream()
                .map(change -> change.type + " " + change.version)
                .toList();
    }
}
