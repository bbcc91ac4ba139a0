package dev.galley.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Takes a text apart into the terms of a field, for the index and for queries alike. Stop words are terms like
 * others, so that phrases are exact.
 */
final class Analysis extends DelegatingAnalyzerWrapper {
    /** Changes whenever a text would be taken apart in another way: an index of another version is made again. */
    static final String VERSION = "1 lucene " + org.apache.lucene.util.Version.LATEST.major;

    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    static final Analysis OF_TEXTS = new Analysis();

    private final Map<Language, Analyzer> stemming = new EnumMap<>(Language.class);

    private Analysis() {
        super(PER_FIELD_REUSE_STRATEGY);
        for (Language language : Language.values()) {
            stemming.put(language, new OneLanguage(language));
        }
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        for (Language language : Language.values()) {
            if (field.endsWith(language.suffix())) {
                return of(language);
            }
        }
        return of(Language.OTHER);
    }

    Analyzer of(Language language) {
        Analyzer analyzer = stemming.get(language);
        if (analyzer == null) {
            throw new IllegalArgumentException(language.name());
        }
        return analyzer;
    }

    /** A term, its place among those of the text, where its letters are, and whether its script has no spaces. */
    record Piece(String term, int position, int start, int end, boolean isPair) {}

    /** All terms of a text; of scripts without spaces only pairs, or a letter that stands alone. */
    List<Piece> pieces(Language language, String text) {
        List<Piece> pieces = new ArrayList<>();
        try (TokenStream tokens = of(language).tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
            TypeAttribute type = tokens.addAttribute(TypeAttribute.class);
            tokens.reset();
            int position = -1;
            while (tokens.incrementToken()) {
                position += step.getPositionIncrement();
                boolean single = type.type().equals(CJKBigramFilter.SINGLE_TYPE);
                boolean pair = type.type().equals(CJKBigramFilter.DOUBLE_TYPE);
                Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
                if (pair && last != null && last.position == position) {
                    pieces.remove(pieces.size() - 1);
                }
                if (!single || last == null || !last.isPair || last.end <= offset.startOffset()) {
                    pieces.add(new Piece(
                            term.toString(), position, offset.startOffset(), offset.endOffset(), single || pair));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pieces;
    }

    /** The one term that a folded word becomes; the word itself where it becomes several or none. */
    String stem(Language language, String word) {
        List<Piece> pieces = pieces(language, word);
        return pieces.size() == 1 ? pieces.get(0).term() : word;
    }

    private static final class OneLanguage extends Analyzer {
        private final Language language;

        private OneLanguage(Language language) {
            this.language = language;
        }

        @Override
        protected Reader initReader(String field, Reader text) {
            return new Separators(text);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            // The single letters too, so that one alone is found; where there are more, their pairs are looked for.
            TokenStream pairs = new CJKBigramFilter(new FoldingFilter(words), ALL_SCRIPTS, true);
            return new TokenStreamComponents(words, language.stem(pairs));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }
    }
}
