package dev.galley.faq;

import dev.galley.article.PartGrammar;
import dev.galley.document.block.Block;
import dev.galley.query.Cell;
import dev.galley.query.TextSearch;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the list of faqs across articles can be asked, and what it reads of them. */
public final class FaqGrammar extends PartGrammar {
    static final Cell<UUID> ID = Cell.of("p.id");
    static final Cell<String> ANCHOR = Cell.of("p.anchor");
    static final Cell<String> QUESTION = Cell.of("p.question");
    static final Cell<List<Block>> ANSWER = Cell.of("p.answer");

    public FaqGrammar() {
        super(FaqItem.class, "FaqRow", Map.of("id", ID, "anchor", ANCHOR, "question", QUESTION, "answer", ANSWER));
    }

    @Override
    protected TextSearch.Kind kind() {
        return TextSearch.Kind.FAQ;
    }
}
