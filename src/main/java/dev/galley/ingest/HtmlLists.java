package dev.galley.ingest;

import dev.galley.document.block.Block;
import dev.galley.document.block.ListBlock;
import dev.galley.document.block.ListBlock.Item;
import dev.galley.document.block.ListBlock.Style;
import dev.galley.document.block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads lists: bulleted, numbered, of tasks, of definitions. */
final class HtmlLists {
    private static final int MAX_START = 999_999_999;

    private HtmlLists() {}

    static void list(Element list, HtmlFlow flow) {
        if (!flow.mayNest(list)) {
            flow.through(list);
            return;
        }
        List<Item> items = items(list, flow);
        if (items.isEmpty()) {
            return;
        }
        boolean tasks = items.stream().anyMatch(item -> item.checked() != null);
        boolean ordered = list.normalName().equals("ol");
        Style style = tasks ? Style.TASK : ordered ? Style.ORDERED : Style.BULLET;
        flow.add(new ListBlock("", style, style == Style.ORDERED ? start(list) : null, items), list);
    }

    private static List<Item> items(Element list, HtmlFlow flow) {
        List<Item> items = new ArrayList<>();
        for (Node node : List.copyOf(list.childNodes())) {
            if (node instanceof Element element && element.normalName().equals("li")) {
                add(items, item(element, flow));
            } else if (!isBlank(node)) {
                stray(items, flow.blocksOf(List.of(node), list));
            }
        }
        return items;
    }

    private static Item item(Element li, HtmlFlow flow) {
        Element box = li.selectFirst("input[type=checkbox]");
        Boolean checked = null;
        if (box != null && box.closest("li") == li) {
            checked = box.hasAttr("checked");
            box.remove();
        }
        return item(flow.blocksIn(li), checked);
    }

    private static Item item(List<Block> blocks, @Nullable Boolean checked) {
        return !blocks.isEmpty() && blocks.get(0) instanceof Paragraph first
                ? new Item(first.text(), checked, blocks.subList(1, blocks.size()))
                : new Item("", checked, blocks);
    }

    /** What stands in a list but in no item, nested lists most often, belongs to the item before it. */
    private static void stray(List<Item> items, List<Block> blocks) {
        if (items.isEmpty()) {
            add(items, item(blocks, null));
            return;
        }
        Item last = items.get(items.size() - 1);
        List<Block> inner = new ArrayList<>(last.blocks());
        inner.addAll(blocks);
        items.set(items.size() - 1, new Item(last.text(), last.checked(), inner));
    }

    private static void add(List<Item> items, Item item) {
        if (!item.text().isEmpty() || !item.blocks().isEmpty()) {
            items.add(item);
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof Comment || (node instanceof TextNode text && text.isBlank());
    }

    /** Null for 1, where lists start anyway. */
    private static @Nullable Integer start(Element list) {
        try {
            int start = Integer.parseInt(list.attr("start").strip());
            return start < 0 || start > MAX_START || start == 1 ? null : start;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Questions where it asks them; anywhere else a list of its terms, in bold. */
    static void definitions(Element dl, HtmlFlow flow) {
        List<Definition> definitions = definitions(dl);
        boolean asking = definitions.stream().allMatch(Definition::asks);
        if (definitions.isEmpty() || !(flow.inFaqs() || asking || flow.mayNest(dl))) {
            flow.through(dl);
        } else if (flow.inFaqs() || asking) {
            definitions.forEach(definition -> question(definition, flow));
        } else {
            flow.reading().converted("A definition list became a list with its terms in bold", dl);
            List<Item> items = definitions.stream()
                    .map(definition -> item(definition, flow))
                    .toList();
            flow.add(new ListBlock(Style.BULLET, items), dl);
        }
    }

    /** A term, or several of one meaning, and all that is said of it. */
    private record Definition(List<Element> terms, List<Node> meanings) {
        boolean asks() {
            return !terms.isEmpty()
                    && terms.get(terms.size() - 1).text().strip().endsWith("?");
        }
    }

    private static List<Definition> definitions(Element dl) {
        List<Definition> definitions = new ArrayList<>();
        for (Node node : parts(dl)) {
            boolean term =
                    node instanceof Element element && element.normalName().equals("dt");
            Definition last = definitions.isEmpty() ? null : definitions.get(definitions.size() - 1);
            if (last == null || (term && !last.meanings().isEmpty())) {
                last = new Definition(new ArrayList<>(), new ArrayList<>());
                definitions.add(last);
            }
            if (term) {
                last.terms().add((Element) node);
            } else {
                last.meanings().add(node);
            }
        }
        return definitions;
    }

    /** Terms and meanings may stand in a {@code div} for each group. */
    private static List<Node> parts(Element dl) {
        List<Node> parts = new ArrayList<>();
        for (Node node : dl.childNodes()) {
            if (node instanceof Element group && group.normalName().equals("div")) {
                group.childNodes().stream().filter(part -> !isBlank(part)).forEach(parts::add);
            } else if (!isBlank(node)) {
                parts.add(node);
            }
        }
        return parts;
    }

    private static void question(Definition definition, HtmlFlow flow) {
        List<Block> answer = new ArrayList<>();
        String words = words(definition, flow, answer);
        if (definition.meanings().isEmpty() && words.isEmpty()) {
            return;
        }
        Element at =
                definition.terms().isEmpty() ? flow.root() : definition.terms().get(0);
        answer.addAll(flow.blocksOf(definition.meanings(), at));
        if (words.isEmpty()) {
            answer.forEach(block -> flow.add(block, at));
        } else {
            flow.question(words, answer, at);
        }
    }

    private static String words(Definition definition, HtmlFlow flow, List<Block> others) {
        List<String> words = new ArrayList<>();
        for (Element term : definition.terms()) {
            HtmlFlow.Line line = flow.lineIn(term);
            words.add(line.words());
            others.addAll(line.others());
        }
        return String.join(", ", words).strip();
    }

    private static Item item(Definition definition, HtmlFlow flow) {
        List<Block> blocks = new ArrayList<>();
        String words = words(definition, flow, blocks);
        Element at =
                definition.terms().isEmpty() ? flow.root() : definition.terms().get(0);
        List<Block> meaning = flow.blocksOf(definition.meanings(), at);
        String term = words.isEmpty() ? "" : Outline.bold(words).text();
        if (!meaning.isEmpty() && meaning.get(0) instanceof Paragraph first) {
            blocks.addAll(meaning.subList(1, meaning.size()));
            return new Item(term.isEmpty() ? first.text() : term + ": " + first.text(), null, blocks);
        }
        blocks.addAll(meaning);
        return new Item(term, null, blocks);
    }
}
