package dev.galley.document;

import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.document.block.Table;
import dev.galley.platform.InputError;
import java.util.List;
import java.util.regex.Pattern;

/** What makes blocks valid, beyond the types of their members. */
final class BlockRules {
    private static final Pattern BLOCK_ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final Breaches breaches;
    private int count;

    BlockRules(Breaches breaches) {
        this.breaches = breaches;
    }

    /** How many were checked, those inside others too. */
    int count() {
        return count;
    }

    /** {@code depth} counts from 1. */
    void check(String at, List<Block> list, int depth) {
        if (depth > Limits.BLOCK_DEPTH && !list.isEmpty()) {
            breaches.error(at, InputError.TOO_DEEP, "Blocks nest " + Limits.BLOCK_DEPTH + " deep at most.");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            block(at + "/" + i, list.get(i), depth);
        }
    }

    private void block(String at, Block block, int depth) {
        count++;
        if (!block.id().isEmpty()) {
            if (!BLOCK_ID.matcher(block.id()).matches()) {
                breaches.error(
                        at + "/id", InputError.INVALID, "A block's id is 1 to 40 letters, digits, \"-\" or \"_\".");
            }
            breaches.unique(at + "/id", "block:" + block.id());
        }
        if (block instanceof Paragraph paragraph) {
            breaches.atMost(at + "/text", paragraph.text(), Limits.TEXT);
        } else if (block instanceof ListBlock list) {
            list(at, list, depth);
        } else if (block instanceof Code code) {
            breaches.atMost(at + "/code", code.code(), Limits.TEXT);
            breaches.atMost(at + "/language", code.language(), 100);
            breaches.atMost(at + "/filename", code.filename(), Limits.SHORT_TEXT);
            breaches.atMost(at + "/caption", code.caption(), Limits.TEXT);
        } else if (block instanceof Callout callout) {
            breaches.atMost(at + "/title", callout.title(), Limits.TITLE);
            check(at + "/blocks", callout.blocks(), depth + 1);
        } else if (block instanceof Quote quote) {
            breaches.atMost(at + "/attribution", quote.attribution(), Limits.TEXT);
            check(at + "/blocks", quote.blocks(), depth + 1);
        } else if (block instanceof Image image) {
            image(at, image);
        } else if (block instanceof Table table) {
            table(at, table);
        } else if (block instanceof Embed embed) {
            embed(at, embed);
        }
    }

    private void list(String at, ListBlock list, int depth) {
        if (list.start() != null && list.start() < 0) {
            breaches.error(at + "/start", InputError.INVALID, "This must be 0 or more.");
        }
        for (int i = 0; i < list.items().size(); i++) {
            String where = at + "/items/" + i;
            breaches.atMost(where + "/text", list.items().get(i).text(), Limits.TEXT);
            check(where + "/blocks", list.items().get(i).blocks(), depth + 1);
        }
        breaches.count(at + "/items", "items", list.items().size(), Limits.BLOCKS);
    }

    private void image(String at, Image image) {
        breaches.imageUrl(at + "/url", image.url());
        breaches.atMost(at + "/alt", image.alt(), Limits.SUMMARY);
        breaches.atMost(at + "/caption", image.caption(), Limits.TEXT);
        breaches.positive(at + "/width", image.width());
        breaches.positive(at + "/height", image.height());
    }

    private void table(String at, Table table) {
        if (table.head().isEmpty()) {
            breaches.error(at + "/head", InputError.REQUIRED, "A table has at least one column.");
        }
        cells(at + "/head", table.head());
        for (int row = 0; row < table.rows().size(); row++) {
            cells(at + "/rows/" + row, table.rows().get(row));
        }
    }

    private void cells(String at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            breaches.atMost(at + "/" + i, cells.get(i), Limits.TEXT);
        }
    }

    private void embed(String at, Embed embed) {
        if (!Addresses.isSecureWeb(embed.url())) {
            breaches.error(at + "/url", InputError.INVALID, "This must be an https URL.");
        }
        breaches.atMost(at + "/provider", embed.provider(), Limits.NAME);
        breaches.atMost(at + "/title", embed.title(), Limits.TITLE);
    }
}
