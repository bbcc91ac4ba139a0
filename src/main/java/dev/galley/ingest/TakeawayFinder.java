package dev.galley.ingest;

import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.Paragraph;
import dev.galley.ingest.Piece.Body;
import java.util.ArrayList;
import java.util.List;

/** Finds the takeaways in a section that announces them: the items of its lists. */
final class TakeawayFinder {
    private final List<ImportWarning> warnings;
    private final List<Takeaway> takeaways = new ArrayList<>();
    private final List<Piece> others = new ArrayList<>();

    private TakeawayFinder(List<ImportWarning> warnings) {
        this.warnings = warnings;
    }

    /** The takeaways found, and what else stands in the section. */
    record Found(List<Takeaway> takeaways, List<Piece> others) {}

    static Found in(Outline section, List<ImportWarning> warnings) {
        TakeawayFinder finder = new TakeawayFinder(warnings);
        for (Piece piece : section.body()) {
            if (piece instanceof Body body && !body.asIs() && body.block() instanceof ListBlock list) {
                finder.items(list, body.line());
            } else {
                finder.others.add(piece);
            }
        }
        return new Found(finder.takeaways, finder.others);
    }

    private void items(ListBlock list, int line) {
        if (list.style() == ListBlock.Style.TASK) {
            Warnings.converted(warnings, "A takeaway has no check box", line);
        }
        for (Item item : list.items()) {
            if (!item.text().isEmpty()) {
                takeaways.add(new Takeaway(item.text()));
            }
            item.blocks().forEach(block -> inside(block, line));
        }
    }

    /** A takeaway is one text: lists inside it become takeaways of their own, and what is no text stays behind. */
    private void inside(Block block, int line) {
        Warnings.converted(warnings, "A takeaway holds no lists or blocks: those inside one were moved out", line);
        if (block instanceof ListBlock list) {
            items(list, line);
        } else if (block instanceof Paragraph paragraph) {
            takeaways.add(new Takeaway(paragraph.text()));
        } else {
            others.add(new Body(block, true, line));
        }
    }
}
