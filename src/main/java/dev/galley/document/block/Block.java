package dev.galley.document.block;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A piece of an article's text. Its {@code id} is unique in the article and stays with it; "" where none was given yet. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = ListBlock.class, name = "list"),
    @JsonSubTypes.Type(value = Code.class, name = "code"),
    @JsonSubTypes.Type(value = Callout.class, name = "callout"),
    @JsonSubTypes.Type(value = Quote.class, name = "quote"),
    @JsonSubTypes.Type(value = Image.class, name = "image"),
    @JsonSubTypes.Type(value = Table.class, name = "table"),
    @JsonSubTypes.Type(value = Embed.class, name = "embed"),
    @JsonSubTypes.Type(value = Divider.class, name = "divider")
})
@Schema(
        oneOf = {
            Paragraph.class,
            ListBlock.class,
            Code.class,
            Callout.class,
            Quote.class,
            Image.class,
            Table.class,
            Embed.class,
            Divider.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "paragraph", schema = Paragraph.class),
            @DiscriminatorMapping(value = "list", schema = ListBlock.class),
            @DiscriminatorMapping(value = "code", schema = Code.class),
            @DiscriminatorMapping(value = "callout", schema = Callout.class),
            @DiscriminatorMapping(value = "quote", schema = Quote.class),
            @DiscriminatorMapping(value = "image", schema = Image.class),
            @DiscriminatorMapping(value = "table", schema = Table.class),
            @DiscriminatorMapping(value = "embed", schema = Embed.class),
            @DiscriminatorMapping(value = "divider", schema = Divider.class)
        })
public sealed interface Block permits Paragraph, ListBlock, Code, Callout, Quote, Image, Table, Embed, Divider {
    String id();

    Block withId(String id);

    /** The same block with its own inline text members (not those of blocks inside it) rewritten. */
    Block mapText(UnaryOperator<String> rewrite);

    /** The same block with each list of blocks inside it rewritten; itself where it holds none. */
    default Block mapBlocks(UnaryOperator<List<Block>> rewrite) {
        return this;
    }

    /** The lists of blocks directly inside, in reading order. */
    default List<List<Block>> children() {
        return List.of();
    }

    /** Its own words for readers, blocks inside left out, in reading order and without markup. */
    Stream<String> words();

    /** As CommonMark with GitHub's extensions, without a line break at the end. */
    String markdown();

    /** As semantic HTML; {@code Blocks.html} sanitises it. */
    String html();

    /** As plain text, without a line break at the end. */
    String plain();
}
