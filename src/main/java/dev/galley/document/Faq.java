package dev.galley.document;

import dev.galley.document.block.Block;
import java.util.List;

/** A question readers ask, in plain text, and its answer. */
public record Faq(String id, String anchor, @Required String question, List<Block> answer) {
    public Faq {
        id = Section.orEmpty(id);
        anchor = Section.orEmpty(anchor);
        answer = Section.orEmpty(answer);
    }

    public Faq(String question, List<Block> answer) {
        this("", "", question, answer);
    }

    public Faq withId(String id) {
        return new Faq(id, anchor, question, answer);
    }

    public Faq withAnchor(String anchor) {
        return new Faq(id, anchor, question, answer);
    }

    public Faq withAnswer(List<Block> answer) {
        return new Faq(id, anchor, question, answer);
    }
}
