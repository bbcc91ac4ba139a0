package dev.galley.document.diff;

/** Names a part within its article. The article's own id is "" here. */
public record PartKey(PartKind part, String id) {
    static final PartKey ARTICLE = new PartKey(PartKind.ARTICLE, "");
}
