package dev.galley.search;

/** The names of the index's fields beside those that {@link Weight} names. */
final class IndexField {
    /** Changes whenever documents would look different: an index of another format can't be read. */
    static final String FORMAT = "2";

    static final String KIND = "kind";

    /** Of the article that a document belongs to, in every one of its documents. */
    static final String ARTICLE = "article";

    /** Of the article, section, FAQ or takeaway itself; together with the article's it is unique. */
    static final String ID = "id";

    /** Of the article, as everything below. */
    static final String SLUG = "slug";

    static final String LOCALE = "locale";
    static final String TOPIC = "topic";
    static final String AUTHOR = "author";
    static final String HAS = "has";
    static final String PUBLISHED_AT = "publishedAt";
    static final String UPDATED_AT = "updatedAt";
    static final String WORD_COUNT = "wordCount";
    static final String READING_MINUTES = "readingMinutes";
    static final String TITLE_KEY = "titleKey";

    /** Of sections. */
    static final String CODE_LANGUAGE = "codeLanguage";

    /** Of a document among those of its article. */
    static final String PLACE = "place";

    /** All words of a document as they stand in it, folded: what typing errors and prefixes are looked up in. */
    static final String WORDS = "words";

    /** The words of what is suggested, and the whole of it as one term. */
    static final String NAME = "name";

    static final String WHOLE_NAME = "wholeName";

    /** Only stored: what is shown of a hit. */
    static final String SHOWN_TITLE = "shownTitle";

    static final String SHOWN_TEXT = "shownText";
    static final String ANCHOR = "anchor";
    static final String TOPIC_SLUG = "topicSlug";

    private IndexField() {}
}
