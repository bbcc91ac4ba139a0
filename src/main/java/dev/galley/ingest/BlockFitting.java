package dev.galley.ingest;

import dev.galley.document.Addresses;
import dev.galley.document.Limits;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.Paragraph;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes blocks as the rules of documents want them: what a member can't hold stands beside it as text. */
final class BlockFitting {
    private static final int LONGEST_LANGUAGE = 100;

    private final List<ImportWarning> warnings;

    BlockFitting(List<ImportWarning> warnings) {
        this.warnings = warnings;
    }

    List<Block> fitted(List<Block> blocks) {
        return Blocks.map(blocks, this::fitted);
    }

    private Block fitted(Block block) {
        if (block instanceof Image image) {
            return image(image);
        } else if (block instanceof Embed embed) {
            return embed(embed);
        } else if (block instanceof Callout callout) {
            return callout(callout);
        } else if (block instanceof Code code) {
            return code(code);
        } else if (block instanceof ListBlock list && list.start() != null && list.start() < 0) {
            converted("A list counts from 0 or more: it begins at 1, not at " + list.start());
            return new ListBlock(list.id(), list.style(), null, list.items());
        }
        return block;
    }

    private Block image(Image image) {
        String url = imageUrl(image.url());
        if (url == null) {
            converted("No picture can be shown from \"" + HtmlReading.excerpt(image.url()) + "\": it became text");
            return new Paragraph(words(image.alt(), image.caption(), image.url()));
        }
        return new Image(
                image.id(),
                url,
                shortened("A picture's alternative text", image.alt(), Limits.SUMMARY),
                image.caption(),
                size(image.width()),
                size(image.height()));
    }

    /** Null where no encoding makes it an address that pictures can have. */
    @Nullable
    String imageUrl(String given) {
        String url = ImageAddress.encoded(given);
        if (!Addresses.isImage(url)) {
            return null;
        }
        if (!url.equals(given)) {
            converted("The address \"" + HtmlReading.excerpt(given) + "\" is written as \"" + HtmlReading.excerpt(url)
                    + "\"");
        }
        return url;
    }

    @Nullable
    Integer size(@Nullable Integer pixels) {
        if (pixels != null && pixels < 1) {
            converted("A picture's size is 1 or more: " + pixels + " was left out");
            return null;
        }
        return pixels;
    }

    private static String words(@Nullable String alt, @Nullable String caption, String url) {
        Stream<String> parts = Stream.of(
                InlineText.literal(alt == null ? "" : alt), caption == null ? "" : caption, InlineText.literal(url));
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }

    private Block embed(Embed embed) {
        String url = ImageAddress.encoded(embed.url());
        if (!Addresses.isWeb(url) || !url.toLowerCase(Locale.ROOT).startsWith("https:")) {
            converted("Nothing can be embedded from \"" + HtmlReading.excerpt(embed.url()) + "\": it became a link");
            return new Paragraph(HtmlMedia.linked(embed.url(), embed.title() == null ? embed.url() : embed.title()));
        }
        return new Embed(
                embed.id(),
                url,
                shortened("A provider's name", embed.provider(), Limits.NAME),
                shortened("The title of what is embedded", embed.title(), Limits.TITLE));
    }

    private Block callout(Callout callout) {
        String title = callout.title();
        if (title == null || title.length() <= Limits.TITLE) {
            return callout;
        }
        converted("A call-out's title too long for one became its first paragraph");
        List<Block> blocks = new ArrayList<>(callout.blocks());
        blocks.add(0, new Paragraph(InlineText.literal(title)));
        return new Callout(callout.id(), callout.kind(), null, blocks);
    }

    private Block code(Code code) {
        return new Code(
                code.id(),
                code.code(),
                atMost("A code's language", code.language(), LONGEST_LANGUAGE),
                atMost("A code's file name", code.filename(), Limits.SHORT_TEXT),
                code.caption());
    }

    private @Nullable String atMost(String what, @Nullable String text, int limit) {
        if (text != null && text.length() > limit) {
            converted(what + " is too long and was left out: " + HtmlReading.excerpt(text));
            return null;
        }
        return text;
    }

    private @Nullable String shortened(String what, @Nullable String text, int limit) {
        if (text == null || text.length() <= limit) {
            return text;
        }
        converted(what + " was cut at " + limit + " characters: " + HtmlReading.excerpt(text));
        return Fitting.cut(text, limit);
    }

    private void converted(String detail) {
        Warnings.converted(warnings, detail, 0);
    }
}
