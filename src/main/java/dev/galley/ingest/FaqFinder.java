package dev.galley.ingest;

import dev.galley.document.Faq;
import dev.galley.document.Limits;
import dev.galley.document.block.Paragraph;
import dev.galley.ingest.Piece.Body;
import dev.galley.ingest.Piece.Heading;
import dev.galley.ingest.Piece.Question;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.jspecify.annotations.Nullable;

/**
 * Finds questions and answers in a section that announces them, by the clearest mark that it uses: headings and
 * questions marked as such, else lines in bold, else lines that end in a question mark.
 */
final class FaqFinder {
    private static final int MAX_QUESTION = Limits.TITLE;

    private final List<ImportWarning> warnings;
    private final List<Faq> faqs = new ArrayList<>();
    private final List<Piece> before = new ArrayList<>();

    private String question = "";
    private String anchor = "";
    private List<Piece> answer = new ArrayList<>();

    private FaqFinder(List<ImportWarning> warnings) {
        this.warnings = warnings;
    }

    /** The questions found, and what stands before the first of them. */
    record Found(List<Faq> faqs, List<Piece> before) {}

    static Found in(Outline section, List<ImportWarning> warnings) {
        FaqFinder finder = new FaqFinder(warnings);
        boolean marked = !section.inner().isEmpty() || section.body().stream().anyMatch(Question.class::isInstance);
        if (marked) {
            finder.byMarks(section);
        } else {
            finder.byLines(section.body(), FaqFinder::boldLine);
            if (finder.faqs.isEmpty()) {
                finder.before.clear();
                finder.byLines(section.body(), FaqFinder::askingLine);
            }
        }
        return new Found(finder.faqs, finder.before);
    }

    private void byMarks(Outline section) {
        section.body().forEach(this::markedOrText);
        for (Outline inner : section.inner()) {
            Heading heading = inner.heading();
            boolean groups = inner.body().isEmpty() ? !inner.inner().isEmpty() : onlyQuestions(inner.body());
            if (groups) {
                Warnings.converted(
                        warnings, "FAQs have no groups: \"" + heading.text() + "\" left out", heading.line());
                close();
                byMarks(inner);
            } else {
                ask(heading.text(), heading.anchor());
                answer.addAll(inner.body());
                inner.inner().stream().flatMap(Outline::pieces).forEach(this::inAnswer);
            }
        }
        close();
    }

    private static boolean onlyQuestions(List<Piece> body) {
        return body.stream().allMatch(Question.class::isInstance);
    }

    private void markedOrText(Piece piece) {
        if (piece instanceof Question marked) {
            ask(marked.question(), "");
            marked.answer().forEach(block -> answer.add(new Body(block, true, marked.line())));
        } else {
            text(piece);
        }
    }

    private void inAnswer(Piece piece) {
        if (piece instanceof Heading heading) {
            String what = "An answer has no headings: \"" + heading.text() + "\" became a paragraph in bold";
            Warnings.converted(warnings, what, heading.line());
        }
        answer.add(piece);
    }

    private void byLines(List<Piece> body, Function<Paragraph, @Nullable Line> reading) {
        for (int i = 0; i < body.size(); i++) {
            boolean answered = question.isEmpty() || !answer.isEmpty();
            boolean last = i == body.size() - 1;
            Line line = answered && body.get(i) instanceof Body one && one.block() instanceof Paragraph text
                    ? reading.apply(text)
                    : null;
            if (line == null || (last && line.rest.isEmpty())) {
                text(body.get(i));
            } else {
                ask(line.question, "");
                if (!line.rest.isEmpty()) {
                    answer.add(
                            new Body(new Paragraph(line.rest), true, body.get(i).line()));
                }
            }
        }
        close();
    }

    private void ask(String words, String anchor) {
        close();
        question = words;
        this.anchor = anchor;
    }

    private void text(Piece piece) {
        (question.isEmpty() ? before : answer).add(piece);
    }

    private void close() {
        if (!question.isEmpty()) {
            faqs.add(new Faq("", anchor, question, Outline.blocks(answer, warnings)));
        }
        question = "";
        answer = new ArrayList<>();
    }

    /** A line read as a question, and what follows it in the same paragraph. */
    private record Line(String question, String rest) {}

    private static @Nullable Line boldLine(Paragraph paragraph) {
        Node text = InlineText.parse(paragraph.text());
        if (!(text.getFirstChild() instanceof StrongEmphasis bold)) {
            return null;
        }
        String words = InlineText.plain(InlineText.of(bold)).strip();
        boolean alone = bold.getNext() == null;
        if (words.isEmpty() || words.length() > MAX_QUESTION || !(alone || asks(words))) {
            return null;
        }
        bold.unlink();
        return new Line(words, InlineText.of(text));
    }

    private static @Nullable Line askingLine(Paragraph paragraph) {
        String words = InlineText.plain(paragraph.text()).strip();
        return asks(words) && words.length() <= MAX_QUESTION ? new Line(words, "") : null;
    }

    private static boolean asks(String words) {
        return words.endsWith("?") || words.endsWith("？") || words.endsWith("؟");
    }
}
