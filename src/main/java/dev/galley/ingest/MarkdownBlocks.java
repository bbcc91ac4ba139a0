package dev.galley.ingest;

import dev.galley.document.Conventions;
import dev.galley.document.Limits;
import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Code;
import dev.galley.document.block.Divider;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Paragraph;
import dev.galley.ingest.Piece.Body;
import dev.galley.ingest.Piece.Heading;
import dev.galley.text.InlineText;
import dev.galley.text.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Reads the block nodes of one Markdown text as pieces; {@code depth} is that of the blocks made, from 1. */
final class MarkdownBlocks {
    /** How deep blocks of a document may stand in one another. */
    static final int MAX_DEPTH = Limits.BLOCK_DEPTH;

    private static final Pattern AS_IS = Pattern.compile("<!--\\s*" + Conventions.AS_IS + "\\s*-->");
    private static final Pattern MARGIN = Pattern.compile("[ >]*");
    private static final Pattern ANCHOR = Pattern.compile("(?:^|\\s)\\{#([^\\s{}]+)}$");
    private static final Pattern ANCHOR_IN_SOURCE = Pattern.compile("(?m)(?:^|\\s)\\{#[^\\s{}]+}[ \\t]*#*[ \\t]*$");

    private final String source;
    private final List<String> sourceLines;
    private final int linesBefore;
    private final List<ImportWarning> warnings;

    MarkdownBlocks(String source, int linesBefore, List<ImportWarning> warnings) {
        this.source = source;
        this.sourceLines = source.lines().toList();
        this.linesBefore = linesBefore;
        this.warnings = warnings;
    }

    List<Piece> pieces(Node parent, int depth) {
        return pieces(MarkdownInline.children(parent), depth);
    }

    List<Piece> pieces(List<Node> siblings, int depth) {
        List<Piece> pieces = new ArrayList<>();
        boolean asIs = false;
        for (int i = 0; i < siblings.size(); i++) {
            Node node = siblings.get(i);
            if (node instanceof HtmlBlock html
                    && AS_IS.matcher(html.getLiteral().strip()).matches()) {
                asIs = true;
            } else if (node instanceof HtmlBlock html) {
                HtmlInMarkdown reader = new HtmlInMarkdown(this, warnings);
                i += reader.read(html, siblings.subList(i + 1, siblings.size()), depth, pieces);
                asIs = false;
            } else {
                pieces.addAll(pieces(node, depth, asIs));
                asIs = false;
            }
        }
        return pieces;
    }

    /** What stands inside another block, where there are only blocks. */
    List<Block> blocks(List<Node> siblings, int depth) {
        return blocks(pieces(siblings, depth));
    }

    List<Block> blocks(List<Piece> pieces) {
        for (Piece piece : pieces) {
            if (piece instanceof Heading heading) {
                String what = "A block has no headings: \"" + heading.text() + "\" became a paragraph in bold";
                Warnings.converted(warnings, what, heading.line());
            }
        }
        return Outline.blocks(pieces, warnings);
    }

    private List<Piece> pieces(Node node, int depth, boolean asIs) {
        int line = line(node);
        if (node instanceof org.commonmark.node.Heading heading) {
            return heading(heading, asIs, line);
        } else if (node instanceof ColonFence fence && !fence.closed()) {
            List<Piece> pieces = new ArrayList<>();
            pieces.add(new Body(new Paragraph(InlineText.literal(fence.opening())), true, line));
            pieces.addAll(pieces(fence, depth));
            return pieces;
        }
        return block(node, depth, asIs, line).stream()
                .map(block -> (Piece) new Body(block, asIs, line))
                .toList();
    }

    private List<Block> block(Node node, int depth, boolean asIs, int line) {
        if (isContainer(node) && depth == MAX_DEPTH) {
            return flattened(node, depth, line);
        } else if (node instanceof org.commonmark.node.Paragraph paragraph) {
            return paragraph(paragraph, asIs, line);
        } else if (node instanceof ListBlock list) {
            return List.of(new MarkdownList(this, warnings).read(list, depth));
        } else if (node instanceof BlockQuote quote) {
            return List.of(new MarkdownQuote(this, warnings).read(quote, depth, asIs));
        } else if (node instanceof ColonFence fence) {
            return List.of(callout(fence, depth, line));
        } else if (node instanceof FencedCodeBlock code) {
            return List.of(CodeInfo.code(code, literal(code), line, warnings));
        } else if (node instanceof IndentedCodeBlock code) {
            return List.of(new Code(withoutLastBreak(code.getLiteral()), null));
        } else if (node instanceof TableBlock table) {
            return List.of(new MarkdownTable(this, warnings).read(table));
        } else if (node instanceof ThematicBreak) {
            return List.of(new Divider());
        } else if (node instanceof LinkReferenceDefinition) {
            return List.of();
        }
        return blocks(pieces(node, depth));
    }

    private static boolean isContainer(Node node) {
        return node instanceof ListBlock || node instanceof BlockQuote || node instanceof ColonFence;
    }

    private List<Block> flattened(Node container, int depth, int line) {
        Warnings.converted(warnings, "Blocks nest " + MAX_DEPTH + " deep at most: deeper ones moved up", line);
        List<Block> blocks = new ArrayList<>();
        if (container instanceof ColonFence fence && !fence.title().isEmpty()) {
            blocks.add(new Paragraph(InlineText.literal(fence.title())));
        }
        for (Node child : MarkdownInline.children(container)) {
            List<Node> inner = child instanceof ListItem ? MarkdownInline.children(child) : List.of(child);
            blocks.addAll(blocks(inner, depth));
        }
        return blocks;
    }

    private List<Piece> heading(org.commonmark.node.Heading heading, boolean asIs, int line) {
        MarkdownInline inline = new MarkdownInline(line, warnings);
        List<Block> images = inline.headingImages(heading);
        String anchor = takeAnchor(heading);
        List<Piece> pieces = new ArrayList<>();
        String text = inline.heading(heading);
        if (!text.isEmpty() || images.isEmpty()) {
            pieces.add(new Heading(heading.getLevel(), text, anchor, asIs, line));
        }
        images.forEach(image -> pieces.add(new Body(image, true, line)));
        return pieces;
    }

    private String takeAnchor(org.commonmark.node.Heading heading) {
        if (!(heading.getLastChild() instanceof Text last)) {
            return "";
        }
        Matcher anchor = ANCHOR.matcher(last.getLiteral());
        if (!anchor.find()
                || !Slug.isValid(anchor.group(1))
                || !ANCHOR_IN_SOURCE.matcher(source(heading)).find()) {
            return "";
        }
        last.setLiteral(last.getLiteral().substring(0, anchor.start()));
        return anchor.group(1);
    }

    private List<Block> paragraph(org.commonmark.node.Paragraph paragraph, boolean asIs, int line) {
        if (paragraph instanceof DeepText) {
            Warnings.converted(warnings, "Blocks nested too deep were read as text", line);
        }
        boolean alone = paragraph.getFirstChild() == paragraph.getLastChild();
        if (!asIs && alone && paragraph.getFirstChild() instanceof Text text && Embed.isKnown(text.getLiteral())) {
            return List.of(new Embed(text.getLiteral(), Embed.providerOf(text.getLiteral()), null));
        }
        return new MarkdownInline(line, warnings).blocks(paragraph);
    }

    private Callout callout(ColonFence fence, int depth, int line) {
        Callout.Kind kind = CalloutKinds.named(fence.kind());
        if (kind == null) {
            Warnings.converted(warnings, "\":::" + fence.kind() + "\" became a note", line);
        }
        String title = InlineText.plain(fence.title()).strip();
        return new Callout(
                kind == null ? Callout.Kind.NOTE : kind,
                !title.isEmpty() ? title : kind == null ? fence.kind() : null,
                blocks(MarkdownInline.children(fence), depth + 1));
    }

    /** The code to the letter: of a line of spaces inside a list, the parser keeps none. */
    private String literal(FencedCodeBlock code) {
        String literal = code.getLiteral() == null ? "" : withoutLastBreak(code.getLiteral());
        if (code.getSourceSpans().isEmpty() || !(code.getParent() instanceof ListItem)) {
            return literal;
        }
        SourceSpan fence = code.getSourceSpans().get(0);
        int margin = fence.getColumnIndex() + code.getFenceIndent();
        String[] lines = literal.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int index = fence.getLineIndex() + 1 + i;
            String written = index < sourceLines.size() ? sourceLines.get(index) : "";
            boolean spaces = written.length() > margin
                    && written.substring(margin).isBlank()
                    && MARGIN.matcher(written.substring(0, margin)).matches();
            lines[i] = lines[i].isEmpty() && spaces ? written.substring(margin) : lines[i];
        }
        return String.join("\n", lines);
    }

    private static String withoutLastBreak(String literal) {
        return literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
    }

    /** The lines of a block as they were written, without the marks of what it stands in. */
    String source(Node block) {
        StringBuilder lines = new StringBuilder();
        for (SourceSpan span : block.getSourceSpans()) {
            int from = span.getInputIndex();
            lines.append(source, from, from + span.getLength()).append('\n');
        }
        return lines.toString();
    }

    int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getLineIndex() + 1 + linesBefore;
    }
}
