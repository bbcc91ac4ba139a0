package dev.galley.search;

import dev.galley.text.Folding;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Folds words, as {@link Folding} has it. Lucene's own filter for that reads its tables with the ICU version that it was
 * built with, which isn't ours.
 */
final class FoldingFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    FoldingFilter(TokenStream in) {
        super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (isAscii()) {
            char[] letters = term.buffer();
            for (int i = 0; i < term.length(); i++) {
                letters[i] = (char) (letters[i] >= 'A' && letters[i] <= 'Z' ? letters[i] + ('a' - 'A') : letters[i]);
            }
        } else {
            String folded = Folding.fold(term.toString());
            if (!folded.isEmpty()) {
                term.setEmpty().append(folded);
            }
        }
        return true;
    }

    private boolean isAscii() {
        char[] letters = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            if (letters[i] >= 128) {
                return false;
            }
        }
        return true;
    }
}
