package dev.galley.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** What a large site is asked, by the name of a row in the table; each question says what is asked the n-th time. */
record Questions(GeneratedArticles site) {
    /** What an answer costs that takes no work. */
    static final String BASELINE = "`/q/health/live`";

    private static final String ARTICLES = "/v1/articles";

    /** Rows before page 400 of 20. */
    static final int FAR = 399 * 20;

    Map<String, IntFunction<String>> all(Reader reader) {
        Map<String, IntFunction<String>> questions = new LinkedHashMap<>();
        questions.put(BASELINE, i -> "/q/health/live");
        questions.put("default list", i -> ARTICLES);
        if (site.count() > FAR) {
            String far = reader.behind(ARTICLES, FAR);
            questions.put("its page 400 by cursor", i -> far);
            questions.put("its page 400 by number", i -> ARTICLES + "?page=400");
        }
        topics(questions, reader);
        questions.put("author of 18 % of the articles", i -> ARTICLES + "?author=" + GeneratedArticles.author(1));
        questions.put("half a year", i -> ARTICLES + "?publishedAt[gte]=2024-03-01&publishedAt[lt]=2024-09-01");
        questions.put("by title", i -> ARTICLES + "?sort=title");
        questions.put("default list, counted", i -> ARTICLES + "?count=true");
        questions.put("questions of all articles", i -> "/v1/faqs");
        questions.put("topics", i -> "/v1/topics");
        questions.put("an article", i -> ARTICLES + "/" + slug(i));
        questions.put("what is related to it", i -> ARTICLES + "/" + slug(i) + "/related");
        search(questions);
        return questions;
    }

    private void topics(Map<String, IntFunction<String>> questions, Reader reader) {
        String popular = ARTICLES + "?topic=" + GeneratedArticles.POPULAR_TOPIC;
        questions.put("topic of 20 % of the articles", i -> popular);
        if (site.count() / 6 > FAR) {
            String far = reader.behind(popular, FAR);
            questions.put("its page 400", i -> far);
        }
        questions.put("topic of 0.05 % of the articles", i -> ARTICLES + "?topic=" + GeneratedArticles.RARE_TOPIC);
        questions.put("topic of the first year alone", i -> ARTICLES + "?topic=" + GeneratedArticles.FADED_TOPIC);
    }

    /** Each time other words, since an index remembers. */
    private static void search(Map<String, IntFunction<String>> questions) {
        questions.put("search for two words", i -> "/v1/search?q=" + Prose.word(100 + i) + "+" + Prose.word(700 + i));
        questions.put("search for a word one letter short", i -> "/v1/search?q=" + typo(Prose.word(2_000 + i)));
        questions.put(
                "suggestions",
                i -> "/v1/search/suggest?q=" + Prose.word(700 + i).substring(0, 3));
    }

    private String slug(int i) {
        return site.slugOf((int) (i * 7_919L % site.count()));
    }

    private static String typo(String word) {
        int middle = word.length() / 2;
        return word.substring(0, middle) + word.substring(middle + 1);
    }
}
