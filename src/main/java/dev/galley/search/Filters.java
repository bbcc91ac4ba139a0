package dev.galley.search;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Which documents of the index a search looks among. */
final class Filters {
    private Filters() {}

    /** Documents of these kinds that have any of the keywords of each field. */
    static Query of(Collection<Kind> kinds, Map<String, List<String>> keywords) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(anyOf(IndexField.KIND, kinds.stream().map(Kind::value).toList()), Occur.FILTER);
        keywords.forEach((field, values) -> all.add(anyOf(field, values), Occur.FILTER));
        return all.build();
    }

    /** The languages that hits can be in. */
    static Set<Language> languages(Map<String, List<String>> keywords, IndexReader index) {
        Set<Language> asked = keywords.getOrDefault(IndexField.LOCALE, List.of()).stream()
                .map(Language::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
        Collection<String> fields = FieldInfos.getIndexedFields(index);
        Set<Language> present = Stream.of(Language.values())
                .filter(language -> asked.isEmpty() || asked.contains(language))
                .filter(language -> fields.stream().anyMatch(field -> field.endsWith(language.suffix())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
        return present.isEmpty() ? EnumSet.of(Language.OTHER) : present;
    }

    private static Query anyOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
