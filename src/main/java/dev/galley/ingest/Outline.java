package dev.galley.ingest;

import dev.galley.document.Limits;
import dev.galley.document.block.Block;
import dev.galley.document.block.Paragraph;
import dev.galley.ingest.Piece.Body;
import dev.galley.ingest.Piece.Heading;
import dev.galley.ingest.Piece.Question;
import dev.galley.text.InlineText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** A heading, the pieces under it and the headings inside it. The outermost stands for the article; its heading is "". */
record Outline(Heading heading, List<Piece> body, List<Outline> inner) {
    private static final int MAX_DEPTH = Limits.SECTION_DEPTH;

    Outline(Heading heading) {
        this(heading, new ArrayList<>(), new ArrayList<>());
    }

    /** Levels that skip are closed up: what follows an H2 as H4 is one deeper. */
    static Outline of(List<Piece> pieces, List<ImportWarning> warnings) {
        Outline article = new Outline(new Heading(0, "", "", true, 0));
        Deque<Outline> open = new ArrayDeque<>(List.of(article));
        for (Piece piece : pieces) {
            if (piece instanceof Heading heading) {
                open(heading, open, warnings);
            } else {
                open.element().body.add(piece);
            }
        }
        return article;
    }

    private static void open(Heading heading, Deque<Outline> open, List<ImportWarning> warnings) {
        while (open.size() > 1 && open.element().heading.level() >= heading.level()) {
            open.pop();
        }
        if (open.size() > MAX_DEPTH) {
            open.pop();
            String what = String.format("Sections nest %d deep at most: \"%s\" moved up", MAX_DEPTH, heading.text());
            Warnings.converted(warnings, what, heading.line());
        }
        Outline section = new Outline(heading);
        open.element().inner.add(section);
        open.push(section);
    }

    List<Block> blocks(List<ImportWarning> warnings) {
        return blocks(body, warnings);
    }

    /** The pieces as blocks: a question with no FAQ around it becomes a line in bold. */
    static List<Block> blocks(List<Piece> pieces, List<ImportWarning> warnings) {
        List<Block> blocks = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Body body) {
                blocks.add(body.block());
            } else if (piece instanceof Question question) {
                String what = "\"" + question.question() + "\" stands outside FAQs and became a paragraph in bold";
                Warnings.converted(warnings, what, question.line());
                blocks.add(bold(question.question()));
                blocks.addAll(question.answer());
            } else {
                blocks.add(bold(((Heading) piece).text()));
            }
        }
        return blocks;
    }

    /** This outline with all inside it, as pieces in reading order. */
    Stream<Piece> pieces() {
        return Stream.concat(
                Stream.of(heading), Stream.concat(body.stream(), inner.stream().flatMap(Outline::pieces)));
    }

    static Paragraph bold(String words) {
        org.commonmark.node.Paragraph line = new org.commonmark.node.Paragraph();
        StrongEmphasis strong = new StrongEmphasis("**");
        strong.appendChild(new Text(words));
        line.appendChild(strong);
        return new Paragraph(InlineText.of(line));
    }
}
