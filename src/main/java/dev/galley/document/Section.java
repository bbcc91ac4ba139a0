package dev.galley.document;

import dev.galley.document.block.Block;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A heading, the blocks under it and the sections inside it. {@code id} and {@code anchor} are "" until they are given;
 * from then on they stay, also when the heading is reworded.
 */
@Schema(name = "DocumentSection")
public record Section(String id, String anchor, @Required String heading, List<Block> blocks, List<Section> sections) {
    public Section {
        id = orEmpty(id);
        anchor = orEmpty(anchor);
        blocks = orEmpty(blocks);
        sections = orEmpty(sections);
    }

    public Section(String heading, List<Block> blocks, List<Section> sections) {
        this("", "", heading, blocks, sections);
    }

    public Section withId(String id) {
        return new Section(id, anchor, heading, blocks, sections);
    }

    public Section withAnchor(String anchor) {
        return new Section(id, anchor, heading, blocks, sections);
    }

    public Section withBlocks(List<Block> blocks) {
        return new Section(id, anchor, heading, blocks, sections);
    }

    public Section withSections(List<Section> sections) {
        return new Section(id, anchor, heading, blocks, sections);
    }

    /** This section and all inside it, in reading order. */
    public Stream<Section> walk() {
        return Stream.concat(Stream.of(this), sections.stream().flatMap(Section::walk));
    }

    /** Rewrites this section and all inside it, the innermost first. */
    public Section map(UnaryOperator<Section> rewrite) {
        return rewrite.apply(
                withSections(sections.stream().map(inner -> inner.map(rewrite)).toList()));
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
