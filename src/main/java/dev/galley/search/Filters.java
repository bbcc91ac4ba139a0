package dev.galley.search;

import dev.galley.query.Condition;
import dev.galley.query.Operator;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The filters of lists, answered by the index alone. */
final class Filters {
    private Filters() {}

    /** Documents of these kinds under all conditions. */
    static Query of(Collection<Kind> kinds, List<Condition> conditions) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(anyOf(IndexField.KIND, kinds.stream().map(Kind::value).toList()), Occur.FILTER);
        for (Condition condition : conditions) {
            all.add(of(condition), Occur.FILTER);
        }
        return all.build();
    }

    /** The languages that hits can be in. */
    static Set<Language> languages(List<Condition> conditions, IndexReader index) {
        Set<Language> asked = conditions.stream()
                .filter(condition -> condition.name().equals(IndexField.LOCALE) && condition.operator() == Operator.ANY)
                .flatMap(condition -> condition.values().stream())
                .map(locale -> Language.of(locale.toString()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
        Collection<String> fields = FieldInfos.getIndexedFields(index);
        Set<Language> present = Stream.of(Language.values())
                .filter(language -> asked.isEmpty() || asked.contains(language))
                .filter(language -> fields.stream().anyMatch(field -> field.endsWith(language.suffix())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
        return present.isEmpty() ? EnumSet.of(Language.OTHER) : present;
    }

    private static Query of(Condition condition) {
        return switch (condition.name()) {
            case "publishedAt" -> time(IndexField.PUBLISHED_AT, condition);
            case "updatedAt" -> time(IndexField.UPDATED_AT, condition);
            case "wordCount" -> number(IndexField.WORD_COUNT, condition);
            case "readingMinutes" -> number(IndexField.READING_MINUTES, condition);
            case "id" -> keywords(IndexField.ARTICLE, condition);
            case IndexField.HAS -> everyOf(IndexField.HAS, texts(condition));
            case "article" -> article(condition);
            default -> keywords(condition.name(), condition);
        };
    }

    private static Query keywords(String field, Condition condition) {
        List<String> values = texts(condition);
        return switch (condition.operator()) {
            case ANY -> anyOf(field, values);
            case ALL -> everyOf(field, values);
            case NOT -> not(anyOf(field, values));
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    /** By slug or id. */
    private static Query article(Condition condition) {
        List<String> values = texts(condition);
        Query any = new BooleanQuery.Builder()
                .add(anyOf(IndexField.ARTICLE, values), Occur.SHOULD)
                .add(anyOf(IndexField.SLUG, values), Occur.SHOULD)
                .build();
        return condition.operator() == Operator.NOT ? not(any) : any;
    }

    private static List<String> texts(Condition condition) {
        return condition.values().stream().map(Object::toString).toList();
    }

    private static Query anyOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Query everyOf(String field, List<String> values) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        values.forEach(value -> all.add(new TermQuery(new Term(field, value)), Occur.FILTER));
        return all.build();
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    private static Query time(String field, Condition condition) {
        Instant time = (Instant) condition.values().get(0);
        return switch (condition.operator()) {
            case GT -> LongField.newRangeQuery(field, Moments.micros(time) + 1, Long.MAX_VALUE);
            case GTE -> LongField.newRangeQuery(field, Moments.microsUp(time), Long.MAX_VALUE);
            case LT -> LongField.newRangeQuery(field, Long.MIN_VALUE, Moments.microsUp(time) - 1);
            case LTE -> LongField.newRangeQuery(field, Long.MIN_VALUE, Moments.micros(time));
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    private static Query number(String field, Condition condition) {
        long number = ((Number) condition.values().get(0)).longValue();
        return switch (condition.operator()) {
            case GT -> LongField.newRangeQuery(field, number + 1, Long.MAX_VALUE);
            case GTE -> LongField.newRangeQuery(field, number, Long.MAX_VALUE);
            case LT -> LongField.newRangeQuery(field, Long.MIN_VALUE, number - 1);
            case LTE -> LongField.newRangeQuery(field, Long.MIN_VALUE, number);
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }
}
