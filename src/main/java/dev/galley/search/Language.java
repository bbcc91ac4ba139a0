package dev.galley.search;

import dev.galley.text.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;

/**
 * How words of one language are brought to a common form. They come here without case and accents, so that a word typed
 * without its accents is stemmed like the one with them.
 */
enum Language {
    ENGLISH("english", in -> new SnowballFilter(in, new EnglishStemmer()), "en"),
    GERMAN("german", in -> new GermanLightStemFilter(new GermanNormalizationFilter(in)), "de", "gsw", "lb"),
    FRENCH("french", FrenchLightStemFilter::new, "fr"),
    SPANISH("spanish", SpanishLightStemFilter::new, "es"),
    PORTUGUESE("portuguese", in -> new PortugueseLightStemFilter(singular(in)), "pt"),
    ITALIAN("italian", ItalianLightStemFilter::new, "it"),
    DUTCH(
            "dutch",
            in -> new SnowballFilter(new StemmerOverrideFilter(in, DutchWords.STEMS), new DutchStemmer()),
            "nl",
            "af"),
    SWEDISH("swedish", in -> new SnowballFilter(in, new SwedishStemmer()), "sv"),
    NORWEGIAN("norwegian", in -> new SnowballFilter(in, new NorwegianStemmer()), "no", "nb", "nn"),
    DANISH("danish", in -> new SnowballFilter(in, new DanishStemmer()), "da"),
    FINNISH("finnish", FinnishLightStemFilter::new, "fi"),
    HUNGARIAN("hungarian", HungarianLightStemFilter::new, "hu"),
    RUSSIAN("russian", RussianLightStemFilter::new, "ru"),
    /** All others, the words as they are; pairs of letters where the script has no spaces, as in every language. */
    OTHER(null, UnaryOperator.identity());

    /** The plural of -ão once its accents are gone: informações, pães. */
    private static final Pattern PORTUGUESE_PLURAL = Pattern.compile("(?<=..)[oa]es$");

    private final Set<String> stopWords;
    private final UnaryOperator<TokenStream> stemmer;
    private final List<String> codes;

    Language(@Nullable String stopWords, UnaryOperator<TokenStream> stemmer, String... codes) {
        this.stopWords = stopWords == null ? Set.of() : stopWords("/org/apache/lucene/analysis/snowball/" + stopWords);
        this.stemmer = stemmer;
        this.codes = List.of(codes);
    }

    static Language of(String locale) {
        String code = Locale.forLanguageTag(locale).getLanguage();
        return Stream.of(values())
                .filter(language -> language.codes.contains(code))
                .findFirst()
                .orElse(OTHER);
    }

    TokenStream stem(TokenStream folded) {
        return stemmer.apply(folded);
    }

    /** Whether it says so little that a query can do without; {@code word} is folded. */
    boolean isStopWord(String word) {
        return stopWords.contains(word);
    }

    /** As they stand in the index. */
    Set<String> stopTerms() {
        return stopWords.stream()
                .map(word -> Analysis.OF_TEXTS.stem(this, word))
                .collect(Collectors.toSet());
    }

    /** Ends the names of its fields. */
    String suffix() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }

    private static TokenStream singular(TokenStream in) {
        return new PatternReplaceFilter(in, PORTUGUESE_PLURAL, "ao", false);
    }

    private static Set<String> stopWords(String path) {
        Set<String> words = new HashSet<>();
        for (Object word : read(path + "_stop.txt")) {
            Stream.of(new String((char[]) word).split("['’]"))
                    .map(Folding::fold)
                    .forEach(words::add);
        }
        return Set.copyOf(words);
    }

    private static CharArraySet read(String path) {
        try (InputStream in = Objects.requireNonNull(Language.class.getResourceAsStream(path), path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return WordlistLoader.getSnowballWordSet(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
