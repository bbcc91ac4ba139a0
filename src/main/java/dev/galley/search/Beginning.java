package dev.galley.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/** Words and names that begin like something typed. */
final class Beginning {
    /** Lucene follows no more than 1,000 bytes, and what is typed may get longer when it is folded or taken apart. */
    private static final int LONGEST = 200;

    private Beginning() {}

    /** What is longer than anybody types is compared as far as that. */
    static Query of(String field, String letters) {
        int length = letters.codePointCount(0, letters.length());
        String compared = length <= LONGEST ? letters : letters.substring(0, letters.offsetByCodePoints(0, LONGEST));
        return new PrefixQuery(new Term(field, compared));
    }
}
