package dev.galley.query;

import dev.galley.text.Folding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds words in the database, each as it stands, inside of others too, in texts that are kept folded. A row must have
 * all of them in its text; one that has them all in its title fits better.
 */
public record FoldedWords(Cell<String> title, Cell<String> text) {
    /** The database looks through the text of every row for each; further words are passed over. */
    private static final int MOST_WORDS = 10;

    void addTo(Conditions where, String q) {
        List<String> words = words(q);
        for (int i = 0; i < words.size(); i++) {
            where.and(occurs(text, i), name(i), "%" + literally(words.get(i)) + "%");
        }
    }

    /** 1 or 0, with what {@link #addTo} binds. */
    Cell<Integer> fit(String q) {
        return Cell.of(IntStream.range(0, words(q).size())
                .mapToObj(i -> occurs(title, i))
                .collect(Collectors.joining(" and ", "case when ", " then 1 else 0 end")));
    }

    /** Where nothing is left of them when they are folded, what was asked for, which no folded text has. */
    private static List<String> words(String q) {
        List<String> words =
                Folding.words(q).stream().distinct().limit(MOST_WORDS).toList();
        return words.isEmpty() ? List.of(q) : words;
    }

    private static String occurs(Cell<String> in, int word) {
        // Hibernate compares no text of any length unless it is told that it is one.
        return "cast(" + in.expression() + " as String) like :" + name(word) + " escape '!'";
    }

    private static String name(int word) {
        return "word" + word;
    }

    private static String literally(String word) {
        return word.replaceAll("[!%_]", "!$0");
    }
}
