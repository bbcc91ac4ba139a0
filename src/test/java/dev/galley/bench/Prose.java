package dev.galley.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Words that look like English and come as often as words do: the second half as often as the first (Zipf's law). */
final class Prose {
    private static final int VOCABULARY = 12_000;
    private static final List<String> SHORT_WORDS = List.of(
            "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be", "by", "on",
            "not", "this", "are", "or", "from", "at", "which", "an", "have", "but", "all", "they", "one", "has", "more",
            "its");
    private static final String[] ONSETS = {
        "b", "br", "c", "ch", "cl", "d", "dr", "f", "fl", "g", "gr", "h", "j", "l", "m", "n", "p", "pl", "pr", "qu",
        "r", "s", "sh", "sp", "st", "str", "t", "th", "tr", "v", "w"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ea", "ee", "oa", "ou"};
    private static final String[] CODAS = {"", "", "l", "m", "n", "nd", "r", "rt", "s", "st", "t", "x"};
    private static final String[] ENDINGS = {"", "", "", "s", "ed", "ing", "er", "ly", "ness", "tion"};

    private static final List<String> WORDS = words();

    private final SplittableRandom random;

    Prose(SplittableRandom random) {
        this.random = random;
    }

    private static List<String> words() {
        SplittableRandom random = new SplittableRandom(1);
        Set<String> words = new LinkedHashSet<>(SHORT_WORDS);
        while (words.size() < VOCABULARY) {
            int syllables = words.size() < 600 ? 1 : 2;
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                word.append(any(ONSETS, random)).append(any(VOWELS, random)).append(any(CODAS, random));
            }
            words.add(word.append(any(ENDINGS, random)).toString());
        }
        return new ArrayList<>(words);
    }

    private static String any(String[] pieces, SplittableRandom random) {
        return pieces[random.nextInt(pieces.length)];
    }

    /** The word of this rank: the commonest is 0. */
    static String word(int rank) {
        return WORDS.get(rank);
    }

    String word() {
        return WORDS.get((int) Math.pow(VOCABULARY, random.nextDouble()) - 1);
    }

    /** One that says what a text is about. */
    String telling() {
        return WORDS.get(SHORT_WORDS.size() + (int) Math.pow(VOCABULARY - SHORT_WORDS.size(), random.nextDouble()) - 1);
    }

    String sentence(int words) {
        StringBuilder sentence = new StringBuilder(capital(word()));
        for (int i = 1; i < words; i++) {
            sentence.append(' ').append(word());
        }
        return sentence.append('.').toString();
    }

    String paragraph(int words) {
        StringBuilder paragraph = new StringBuilder();
        for (int left = words; left > 0; ) {
            int length = Math.min(left, 6 + random.nextInt(14));
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(sentence(length));
            left -= length;
        }
        return paragraph.toString();
    }

    String heading(int words) {
        StringBuilder heading = new StringBuilder(capital(telling()));
        for (int i = 1; i < words; i++) {
            heading.append(' ').append(telling());
        }
        return heading.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
