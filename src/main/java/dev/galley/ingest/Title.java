package dev.galley.ingest;

import dev.galley.document.Conventions;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.ingest.Piece.Body;
import dev.galley.ingest.Piece.Heading;
import dev.galley.ingest.Piece.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The title of an article, and the pieces left when the heading that said it is taken away. */
record Title(String text, List<Piece> others) {
    private static final int GUESS_LENGTH = 80;
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。！？])(?:\\s|(?<=[。！？])).*");

    static Title of(List<Piece> pieces, String given, List<ImportWarning> warnings) {
        Heading h1 = firstH1(pieces);
        if (!given.isBlank()) {
            boolean same = h1 != null && folded(h1.text()).equalsIgnoreCase(folded(given));
            return h1 != null && same ? taken(h1, pieces, given) : new Title(given, pieces);
        } else if (h1 != null) {
            return taken(h1, pieces, h1.text());
        }
        Title title = pieces.isEmpty() || !(pieces.get(0) instanceof Heading first) || announces(first)
                ? new Title(firstWords(pieces), pieces)
                : taken(first, pieces, first.text());
        String how = String.format("The source names no title, so it became \"%s\"", title.text);
        warnings.add(new ImportWarning(ImportWarning.TITLE_GUESSED, how, null));
        return title;
    }

    private static @Nullable Heading firstH1(List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece instanceof Heading heading && heading.level() == 1 && !heading.asIs())
                .map(Heading.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static boolean announces(Heading heading) {
        return heading.asIs()
                || Conventions.announcesFaqs(heading.text())
                || Conventions.announcesTakeaways(heading.text());
    }

    private static Title taken(Heading heading, List<Piece> pieces, String title) {
        List<Piece> others = new ArrayList<>(pieces);
        others.removeIf(piece -> piece == heading);
        return new Title(folded(title), others);
    }

    /** The first sentence or, where that is long, its first words; they stay in the text as well. */
    private static String firstWords(List<Piece> pieces) {
        String words = pieces.stream()
                .map(Title::words)
                .map(Title::folded)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("Untitled");
        String sentence = SENTENCE_END.matcher(words).replaceFirst("");
        if (sentence.length() <= GUESS_LENGTH) {
            return sentence;
        }
        int end = sentence.lastIndexOf(' ', GUESS_LENGTH);
        int cut = end > GUESS_LENGTH / 2 ? end : GUESS_LENGTH;
        return sentence.substring(0, Character.isHighSurrogate(sentence.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }

    private static String words(Piece piece) {
        if (piece instanceof Heading heading) {
            return heading.text();
        } else if (piece instanceof Question question) {
            return question.question();
        }
        Block block = ((Body) piece).block();
        return Blocks.words(List.of(block)).findFirst().orElse("");
    }

    private static String folded(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
