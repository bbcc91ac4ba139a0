package dev.galley.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A document of the index in the making. */
final class Entry {
    /** No position or length of these is ever asked for. */
    private static final FieldType VOCABULARY = type(IndexOptions.DOCS, true);

    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType WITHOUT_LENGTH = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType WITH_LENGTH = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);

    /** Lucene's longest term is 32,766 bytes; nobody completes a title of more than that many letters. */
    private static final int LONGEST_NAME = 300;

    private final Document document = new Document();
    private final List<String> topics = new ArrayList<>();

    Entry(Kind kind) {
        document.add(new StringField(IndexField.KIND, kind.value(), Field.Store.YES));
        document.add(new SortedSetDocValuesField(IndexField.KIND, new BytesRef(kind.value())));
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }

    Document document() {
        return document;
    }

    /** The slugs of the article's topics. */
    List<String> topics() {
        return topics;
    }

    Entry keyword(String field, String value) {
        document.add(new StringField(field, value, Field.Store.NO));
        return this;
    }

    /** A keyword that hits show or are known by. */
    Entry kept(String field, String value) {
        document.add(new StringField(field, value, Field.Store.YES));
        return this;
    }

    /** A keyword whose values facets count. */
    Entry counted(String field, String value) {
        if (field.equals(IndexField.TOPIC)) {
            topics.add(value);
        }
        document.add(new StringField(field, value, Field.Store.NO));
        document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
        return this;
    }

    Entry number(String field, long value) {
        document.add(new LongField(field, value, Field.Store.NO));
        return this;
    }

    Entry sorted(String field, String key) {
        document.add(new SortedDocValuesField(field, new BytesRef(key)));
        return this;
    }

    /** What decides between documents that are equal in the order asked for. */
    Entry place(UUID article, Kind kind, int position) {
        byte[] id = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(article.getMostSignificantBits())
                .putLong(article.getLeastSignificantBits())
                .array();
        document.add(new SortedDocValuesField(IndexField.ARTICLE, new BytesRef(id)));
        document.add(new NumericDocValuesField(IndexField.PLACE, ((long) kind.ordinal() << Integer.SIZE) + position));
        return this;
    }

    Entry stored(String field, @Nullable String value) {
        if (value != null) {
            document.add(new StoredField(field, value));
        }
        return this;
    }

    Entry shown(@Nullable String title, @Nullable String anchor, String text) {
        return stored(IndexField.SHOWN_TITLE, title)
                .stored(IndexField.ANCHOR, anchor)
                .stored(IndexField.SHOWN_TEXT, text);
    }

    Entry suggested(String name) {
        document.add(new Field(IndexField.NAME, name, WITHOUT_LENGTH));
        String whole = String.join(" ", Suggestions.words(name));
        if (!whole.isEmpty()) {
            String key = whole.substring(0, Math.min(whole.length(), LONGEST_NAME));
            kept(IndexField.WHOLE_NAME, key);
        }
        return stored(IndexField.SHOWN_TITLE, name);
    }

    /** What an article has in common with others is looked for in all that it says, and in articles alone. */
    Entry compared(Language language, List<String> texts) {
        texts.forEach(text -> document.add(new Field(RelatedArticles.field(language), text, COUNTED)));
        return this;
    }

    Entry text(Weight weight, Language language, String text) {
        if (!text.isBlank()) {
            FieldType type = weight.lengthCounts() > 0 ? WITH_LENGTH : WITHOUT_LENGTH;
            document.add(new Field(weight.field(language), text, type));
            document.add(new Field(IndexField.WORDS, text, VOCABULARY));
        }
        return this;
    }
}
