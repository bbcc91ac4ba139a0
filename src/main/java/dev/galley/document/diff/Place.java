package dev.galley.document.diff;

/** Where a part stands: in which list of which part, at which position (from 0), and the JSON pointer that says both. */
public record Place(PartKey parent, String list, int position, String pointer) {
    /** A list in a document. */
    record Spot(PartKey parent, String list) {}

    Spot spot() {
        return new Spot(parent, list);
    }
}
