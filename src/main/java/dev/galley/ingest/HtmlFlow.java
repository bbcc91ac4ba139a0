package dev.galley.ingest;

import dev.galley.document.Conventions;
import dev.galley.document.Limits;
import dev.galley.document.block.Block;
import dev.galley.document.block.Divider;
import dev.galley.document.block.Image;
import dev.galley.document.block.Paragraph;
import dev.galley.ingest.Piece.Body;
import dev.galley.ingest.Piece.Heading;
import dev.galley.ingest.Piece.Question;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads one flow of content (the article, a list item, a quote) from its start to its end. Text gathers until a block
 * begins or ends; an element that means nothing here is looked through.
 */
final class HtmlFlow {
    /** The article itself is at depth 0; past the deepest, blocks that hold blocks are looked through as well. */
    private static final int DEEPEST = Limits.BLOCK_DEPTH - 1;

    private final Element root;
    private final HtmlReading reading;
    private final int depth;
    private final List<Piece> pieces = new ArrayList<>();
    private final HtmlInline text = new HtmlInline();
    private boolean inFaqs;

    private HtmlFlow(Element root, HtmlReading reading, int depth) {
        this.root = root;
        this.reading = reading;
        this.depth = depth;
    }

    /** What the element holds, as pieces. */
    static List<Piece> pieces(Element element, HtmlReading reading) {
        HtmlFlow flow = new HtmlFlow(element, reading, 0);
        flow.children(element);
        flow.flush(element);
        return flow.pieces;
    }

    HtmlReading reading() {
        return reading;
    }

    /** What is being read, for what has no place of its own in the source. */
    Element root() {
        return root;
    }

    HtmlInline text() {
        return text;
    }

    boolean inFaqs() {
        return inFaqs;
    }

    /** What the element holds, as blocks for a block to hold; headings in it become lines in bold. */
    List<Block> blocksIn(Element element) {
        return blocksOf(List.copyOf(element.childNodes()), element);
    }

    List<Block> blocksOf(List<Node> nodes, Element at) {
        HtmlFlow inner = new HtmlFlow(at, reading, depth + 1);
        nodes.forEach(inner::node);
        inner.flush(at);
        return inner.asBlocks(at);
    }

    /** Whether blocks may hold blocks here; says so where they may not. */
    boolean mayNest(Element element) {
        if (depth >= DEEPEST) {
            reading.converted("Blocks nest no deeper here: <" + element.normalName() + "> was flattened", element);
        }
        return depth < DEEPEST;
    }

    void add(Block block, Element at) {
        flush(at);
        pieces.add(new Body(block, false, HtmlReading.line(at)));
    }

    void question(String question, List<Block> answer, Element at) {
        flush(at);
        pieces.add(new Question(question, answer, HtmlReading.line(at)));
    }

    void children(Element element) {
        for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
            node(child);
        }
    }

    /** Looks through an element that is a block by itself: text in it doesn't run on from before or behind. */
    void through(Element element) {
        flush(element);
        children(element);
        flush(element);
    }

    void node(Node node) {
        if (node instanceof TextNode words) {
            text.text(words.getWholeText());
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        if (!HtmlLeftovers.leaveOut(element, this) && !HtmlMarks.read(element, this)) {
            block(element);
        }
    }

    private void block(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
            case "hr" -> add(new Divider(), element);
            case "ul", "ol", "menu", "dir" -> HtmlLists.list(element, this);
            case "dl" -> HtmlLists.definitions(element, this);
            case "pre", "listing", "xmp", "plaintext" -> HtmlCode.add(element, this);
            case "blockquote" -> HtmlQuotes.add(element, this);
            case "figure" -> HtmlFigures.add(element, this);
            case "img" -> HtmlMedia.image(element, this);
            case "iframe", "video", "audio", "embed", "object" -> HtmlMedia.embed(element, this);
            case "table" -> HtmlTables.add(element, this);
            case "details" -> details(element);
            default -> container(element);
        }
    }

    private void container(Element element) {
        if (HtmlCallouts.is(element)) {
            HtmlCallouts.add(element, this);
        } else if (element.isBlock() || element.normalName().equals("center")) {
            through(element);
        } else {
            children(element);
        }
    }

    private void heading(Element element) {
        flush(element);
        Line line = lineIn(element);
        int level = element.normalName().charAt(1) - '0';
        inFaqs = Conventions.announcesFaqs(line.words());
        if (!line.words().isEmpty()) {
            pieces.add(new Heading(level, line.words(), HtmlAnchors.of(element), false, HtmlReading.line(element)));
        }
        line.others().forEach(block -> add(block, element));
    }

    /** Plain words on one line, and the pictures and such that stood between them. */
    record Line(String words, List<Block> others) {}

    /** The element's words as one line, as headings and questions are. */
    Line lineIn(Element element) {
        List<Block> blocks = blocksIn(element);
        String words = blocks.stream()
                .filter(Paragraph.class::isInstance)
                .map(Block::plain)
                .collect(Collectors.joining(" "));
        List<Block> others =
                blocks.stream().filter(block -> !(block instanceof Paragraph)).toList();
        return new Line(words.replaceAll("\\s+", " ").strip(), others);
    }

    private void details(Element element) {
        Element summary = element.selectFirst("> summary");
        if (summary == null || !HtmlReading.hasWords(summary.text())) {
            through(element);
            return;
        }
        Line question = lineIn(summary);
        List<Block> answer = new ArrayList<>(question.others());
        List<Node> rest =
                element.childNodes().stream().filter(node -> node != summary).toList();
        answer.addAll(blocksOf(rest, element));
        question(question.words(), answer, element);
    }

    /** The element's text as one member: its blocks as lines of it. */
    String lineTextIn(Element element) {
        return asLine(blocksIn(element));
    }

    /** Blocks as one text, each of them a line or more of it. */
    static String asLine(List<Block> blocks) {
        return blocks.stream()
                .map(HtmlFlow::asLine)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\\\n"));
    }

    private static String asLine(Block block) {
        if (block instanceof Paragraph paragraph) {
            return paragraph.text();
        } else if (block instanceof Image image) {
            return HtmlMedia.linked(image.url(), image.alt() == null ? image.url() : image.alt());
        }
        return block.plain()
                .lines()
                .filter(line -> !line.isBlank())
                .map(InlineText::literal)
                .collect(Collectors.joining("\\\n"));
    }

    /** Ends the paragraph that was gathered. */
    void flush(Element at) {
        if (text.isBlank()) {
            text.paragraphs();
            return;
        }
        for (String paragraph : text.paragraphs()) {
            pieces.add(new Body(new Paragraph(paragraph), false, HtmlReading.line(at)));
        }
    }

    private List<Block> asBlocks(Element at) {
        pieces.stream()
                .filter(Heading.class::isInstance)
                .map(piece -> ((Heading) piece).text())
                .forEach(words -> reading.converted(
                        "No heading can stand in <" + at.normalName() + ">: \"" + words + "\" became a line in bold",
                        at));
        List<ImportWarning> told = new ArrayList<>();
        List<Block> blocks = Outline.blocks(pieces, told);
        told.forEach(warning -> reading.warn(warning.code(), warning.detail(), at));
        return blocks;
    }
}
