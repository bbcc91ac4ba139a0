package dev.galley.text;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Takes from texts what readers who look for words don't mind: case, accents, widths, invisible characters. */
public final class Folding {
    private static final Normalizer2 CASE = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();
    private static final int LONGEST_ASCII = 4;
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private Folding() {}

    public static String fold(String text) {
        String apart = APART.normalize(CASE.normalize(text));
        StringBuilder bare = new StringBuilder(apart.length());
        apart.codePoints().filter(c -> !isAccent(c)).forEach(bare::appendCodePoint);
        char[] together = TOGETHER.normalize(bare).toCharArray();
        char[] folded = new char[together.length * LONGEST_ASCII];
        int length = ASCIIFoldingFilter.foldToASCII(together, 0, folded, 0, together.length);
        return new String(folded, 0, length);
    }

    /** What stands between spaces, folded. */
    public static List<String> words(String text) {
        return Stream.of(SPACES.split(fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Marks that a reader may leave out; not the vowels of Indic scripts, without which a word is another. */
    private static boolean isAccent(int c) {
        return c >= 0x300 && c <= 0x36F || c >= 0x591 && c <= 0x5C7 || c >= 0x64B && c <= 0x65F || c == 0x670;
    }
}
