package dev.galley.takeaway;

import dev.galley.article.PartGrammar;
import dev.galley.query.Cell;
import dev.galley.query.TextSearch;
import java.util.Map;
import java.util.UUID;

/** What the list of takeaways across articles can be asked, and what it reads of them. */
public final class TakeawayGrammar extends PartGrammar {
    static final Cell<UUID> ID = Cell.of("p.id");
    static final Cell<String> TEXT = Cell.of("p.text");

    public TakeawayGrammar() {
        super(TakeawayItem.class, "TakeawayRow", Map.of("id", ID, "text", TEXT));
    }

    @Override
    protected TextSearch.Kind kind() {
        return TextSearch.Kind.TAKEAWAY;
    }
}
