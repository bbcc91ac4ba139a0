package dev.galley.ingest;

import dev.galley.document.CalloutLabel;
import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.ingest.Piece.Body;
import dev.galley.ingest.Piece.Heading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the call-outs that a text announces by a label, and takes in the headings that only say the label again. */
final class CalloutFinder {
    private CalloutFinder() {}

    static List<Piece> in(List<Piece> pieces) {
        List<Piece> found = new ArrayList<>();
        for (Piece piece : pieces) {
            Piece read = piece instanceof Body body && !body.asIs() ? read(body) : piece;
            Callout absorbing = absorbing(found, read);
            if (absorbing != null) {
                found.set(found.size() - 1, new Body(absorbing, true, read.line()));
            } else {
                found.add(read);
            }
        }
        return found;
    }

    private static Body read(Body body) {
        Callout callout = callout(body.block());
        return callout == null ? body : new Body(callout, false, body.line());
    }

    private static @Nullable Callout callout(Block block) {
        if (block instanceof Paragraph paragraph) {
            CalloutLabel label = CalloutLabel.of(paragraph.text());
            return label == null || label.rest().isEmpty() ? null : callout(label, List.of());
        } else if (block instanceof Quote quote
                && quote.attribution() == null
                && !quote.blocks().isEmpty()) {
            CalloutLabel label =
                    quote.blocks().get(0) instanceof Paragraph first ? CalloutLabel.of(first.text()) : null;
            return label == null
                    ? null
                    : callout(label, quote.blocks().subList(1, quote.blocks().size()));
        }
        return null;
    }

    private static Callout callout(CalloutLabel label, List<Block> others) {
        List<Block> blocks = new ArrayList<>();
        if (!label.rest().isEmpty()) {
            blocks.add(new Paragraph(label.rest()));
        }
        blocks.addAll(others);
        return new Callout(label.kind(), label.title(), blocks);
    }

    /** The call-out that takes the place of the heading before it, since both say the same; null where they don't. */
    private static @Nullable Callout absorbing(List<Piece> before, Piece piece) {
        if (before.isEmpty()
                || !(before.get(before.size() - 1) instanceof Heading heading)
                || heading.asIs()
                || !(piece instanceof Body body)
                || body.asIs()
                || !(body.block() instanceof Callout callout)) {
            return null;
        }
        CalloutLabel label = CalloutLabel.alone(heading.text());
        if (label == null || label.title() == null) {
            return null;
        } else if (callout.title() == null) {
            return label.kind() == callout.kind() ? new Callout(label.kind(), label.title(), callout.blocks()) : null;
        }
        return callout.title().equalsIgnoreCase(label.title()) ? callout : null;
    }
}
