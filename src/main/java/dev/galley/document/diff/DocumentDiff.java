package dev.galley.document.diff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.document.ArticleDocument;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed from an older document to a newer one of the same article: members of the article itself, and parts added,
 * removed, moved and changed, known by their ids. Applied to the older document it gives the newer one.
 */
public record DocumentDiff(
        List<MemberChange> members,
        List<Added> added,
        List<Removed> removed,
        List<Moved> moved,
        List<Changed> changed) {
    /** A part that is new, with all in it that is new; what came into it from elsewhere is among those moved. */
    @Schema(name = "PartAdded")
    public record Added(
            PartKind part,
            String id,
            String label,
            Place to,
            @Schema(implementation = Object.class) JsonNode content) {}

    /**
     * A part that is gone, with all in it that is gone. {@code missing} points at the list in the newer document that had
     * it, or at the part around it where that has no such list any more.
     */
    @Schema(name = "PartRemoved")
    public record Removed(
            PartKind part,
            String id,
            String label,
            Place from,
            String missing,
            @Schema(implementation = Object.class) JsonNode content) {}

    /** A part that stands in another list, or at another place among those in its list that stayed. */
    @Schema(name = "PartMoved")
    public record Moved(PartKind part, String id, String label, Place from, Place to) {}

    /** A part with members of its own that have other values; {@code at} is where it stands in the newer document. */
    @Schema(name = "PartChanged")
    public record Changed(PartKind part, String id, String label, Place at, List<MemberChange> members) {}

    /** A part on its way to its new place. */
    private record Arrival(PartKey key, Place to) {}

    /** All parts of both must have their ids. */
    public static DocumentDiff between(ArticleDocument older, ArticleDocument newer) {
        return Comparison.of(older, newer);
    }

    @JsonIgnore
    public boolean isEmpty() {
        return members.isEmpty() && added.isEmpty() && removed.isEmpty() && moved.isEmpty() && changed.isEmpty();
    }

    /** The newer document, from the one that this diff calls the older. */
    public ArticleDocument applyTo(ArticleDocument older) {
        Parts parts = Parts.of(older);
        removed.forEach(part -> parts.takeOut(new PartKey(part.part(), part.id())));
        moved.forEach(part -> parts.takeOut(new PartKey(part.part(), part.id())));
        change(parts, PartKey.ARTICLE, members);
        changed.forEach(part -> change(parts, new PartKey(part.part(), part.id()), part.members()));
        added.forEach(part -> parts.add(new PartKey(part.part(), part.id()), part.content()));
        // From the front, so that what stands before each place is there already.
        arrivals()
                .sorted(Comparator.comparingInt(arrival -> arrival.to().position()))
                .forEach(arrival -> parts.putInto(arrival.to(), arrival.key()));
        return parts.document();
    }

    /** Where the newer document differs, as JSON pointers into it; for what is gone, the list that had it. */
    public List<String> pointers() {
        TreeSet<String> pointers = new TreeSet<>();
        members.forEach(change -> pointers.add("/" + change.member()));
        added.forEach(part -> pointers.add(part.to().pointer()));
        removed.forEach(part -> pointers.add(part.missing()));
        moved.forEach(part -> pointers.add(part.to().pointer()));
        changed.forEach(part -> pointers.add(part.at().pointer()));
        return List.copyOf(pointers);
    }

    private Stream<Arrival> arrivals() {
        return Stream.concat(
                added.stream().map(part -> new Arrival(new PartKey(part.part(), part.id()), part.to())),
                moved.stream().map(part -> new Arrival(new PartKey(part.part(), part.id()), part.to())));
    }

    private static void change(Parts parts, PartKey key, List<MemberChange> changes) {
        parts.put(key, MemberChanges.apply(parts.own(key), changes));
    }
}
