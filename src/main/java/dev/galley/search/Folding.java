package dev.galley.search;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes case, accents, widths and invisible characters from words. Lucene's own filter for that reads its tables with
 * the ICU version that it was built with, which isn't ours.
 */
final class Folding extends TokenFilter {
    private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();
    private static final int LONGEST_ASCII = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Folding(TokenStream in) {
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
            String folded = fold(term.toString());
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

    static String fold(String word) {
        String apart = APART.normalize(CASE.normalize(word));
        StringBuilder bare = new StringBuilder(apart.length());
        apart.codePoints().filter(c -> !isAccent(c)).forEach(bare::appendCodePoint);
        char[] together = TOGETHER.normalize(bare).toCharArray();
        char[] folded = new char[together.length * LONGEST_ASCII];
        int length = ASCIIFoldingFilter.foldToASCII(together, 0, folded, 0, together.length);
        return new String(folded, 0, length);
    }

    /** Marks that a reader may leave out; not the vowels of Indic scripts, without which a word is another. */
    private static boolean isAccent(int c) {
        return c >= 0x300 && c <= 0x36F || c >= 0x591 && c <= 0x5C7 || c >= 0x64B && c <= 0x65F || c == 0x670;
    }
}
