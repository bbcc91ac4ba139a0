package dev.galley.document;

import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.Image;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import dev.galley.document.block.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every section, block and inline text of a document, each with its place. */
public final class Places {
    private final List<Placed<Section>> sections = new ArrayList<>();
    private final List<Placed<Block>> blocks = new ArrayList<>();
    private final List<Placed<String>> texts = new ArrayList<>();

    private Places() {}

    public static Places of(ArticleDocument document) {
        Places places = new Places();
        if (document.hero() != null) {
            places.text("/hero/caption", document.hero().caption());
        }
        places.blocks("/lead", document.lead());
        places.sections("/sections", document.sections());
        for (int i = 0; i < document.takeaways().size(); i++) {
            places.text("/takeaways/" + i + "/text", document.takeaways().get(i).text());
        }
        for (int i = 0; i < document.faqs().size(); i++) {
            places.blocks("/faqs/" + i + "/answer", document.faqs().get(i).answer());
        }
        return places;
    }

    /** Those inside others too. */
    public List<Placed<Section>> sections() {
        return sections;
    }

    /** Those inside others too. */
    public List<Placed<Block>> blocks() {
        return blocks;
    }

    /** What is inline CommonMark: texts of blocks and items, cells, captions, attributions, takeaways. */
    public List<Placed<String>> texts() {
        return texts;
    }

    private void sections(String at, List<Section> list) {
        for (int i = 0; i < list.size(); i++) {
            String where = at + "/" + i;
            sections.add(new Placed<>(where, list.get(i)));
            blocks(where + "/blocks", list.get(i).blocks());
            sections(where + "/sections", list.get(i).sections());
        }
    }

    private void blocks(String at, List<Block> list) {
        for (int i = 0; i < list.size(); i++) {
            block(at + "/" + i, list.get(i));
        }
    }

    private void block(String at, Block block) {
        blocks.add(new Placed<>(at, block));
        if (block instanceof Paragraph paragraph) {
            text(at + "/text", paragraph.text());
        } else if (block instanceof ListBlock list) {
            items(at + "/items", list.items());
        } else if (block instanceof Code code) {
            text(at + "/caption", code.caption());
        } else if (block instanceof Callout callout) {
            blocks(at + "/blocks", callout.blocks());
        } else if (block instanceof Quote quote) {
            blocks(at + "/blocks", quote.blocks());
            text(at + "/attribution", quote.attribution());
        } else if (block instanceof Image image) {
            text(at + "/caption", image.caption());
        } else if (block instanceof Table table) {
            table(at, table);
        }
    }

    private void items(String at, List<ListBlock.Item> items) {
        for (int i = 0; i < items.size(); i++) {
            text(at + "/" + i + "/text", items.get(i).text());
            blocks(at + "/" + i + "/blocks", items.get(i).blocks());
        }
    }

    private void table(String at, Table table) {
        cells(at + "/head", table.head());
        for (int row = 0; row < table.rows().size(); row++) {
            cells(at + "/rows/" + row, table.rows().get(row));
        }
    }

    private void cells(String at, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text(at + "/" + i, cells.get(i));
        }
    }

    private void text(String at, @Nullable String text) {
        if (text != null) {
            texts.add(new Placed<>(at, text));
        }
    }
}
