package dev.galley.rendition;

import dev.galley.document.ArticleDocument;
import dev.galley.document.CalloutLabel;
import dev.galley.document.Conventions;
import dev.galley.document.Faq;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Callout;
import dev.galley.document.block.ListBlock;
import dev.galley.text.InlineText;
import dev.galley.text.Slug;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as Markdown that people like to read and that imports as the same document. The title stands in the front
 * matter and as H1, sections from H2. Markdown has no H7: where sections nest that deep, they begin with H1 and the title
 * stands in the front matter alone.
 */
public final class MarkdownRendition {
    private static final int DEEPEST_HEADING = 6;

    private final ArticleDocument document;
    private final List<String> parts = new ArrayList<>();
    private final int topLevel;

    private MarkdownRendition(ArticleDocument document) {
        this.document = document;
        this.topLevel = depth(document.sections()) < DEEPEST_HEADING ? 2 : 1;
    }

    public static String of(ArticleDocument document) {
        return new MarkdownRendition(document).markdown(null);
    }

    /** With its identity and its dates: what it imports as is the same article. */
    public static String of(ArticleDocument document, Archived archived) {
        return new MarkdownRendition(document).markdown(archived);
    }

    private static int depth(List<Section> sections) {
        return sections.stream()
                .mapToInt(section -> 1 + depth(section.sections()))
                .max()
                .orElse(0);
    }

    private String markdown(@Nullable Archived archived) {
        if (topLevel == 2) {
            parts.add(heading(1, document.title()));
        }
        blocks(document.lead());
        document.sections().forEach(section -> section(section, topLevel));
        takeaways();
        faqs();
        return FrontMatterYaml.of(document, archived) + "\n" + String.join("\n\n", parts) + "\n";
    }

    private void section(Section section, int level) {
        if (announces(section, level)) {
            parts.add(Blocks.AS_IS);
        }
        parts.add(heading(level, section.heading()) + anchor(section.anchor(), section.heading()));
        blocks(section.blocks());
        section.sections().forEach(inner -> section(inner, level + 1));
    }

    /** Whether an importer would take the heading for something else than a section's. */
    private boolean announces(Section section, int level) {
        String heading = section.heading();
        return Conventions.announcesFaqs(heading)
                || Conventions.announcesTakeaways(heading)
                || (level == 1 && heading.equalsIgnoreCase(document.title()))
                || saysALabelAgain(heading, section.blocks());
    }

    private static boolean saysALabelAgain(String heading, List<Block> blocks) {
        return !blocks.isEmpty() && blocks.get(0) instanceof Callout && CalloutLabel.alone(heading) != null;
    }

    private void takeaways() {
        if (!document.takeaways().isEmpty()) {
            parts.add(heading(topLevel, "Key Takeaways"));
            List<ListBlock.Item> items = document.takeaways().stream()
                    .map(Takeaway::text)
                    .map(ListBlock.Item::new)
                    .toList();
            parts.add(new ListBlock(ListBlock.Style.BULLET, items).markdown());
        }
    }

    private void faqs() {
        if (!document.faqs().isEmpty()) {
            parts.add(heading(topLevel, "Frequently Asked Questions"));
            document.faqs().forEach(this::faq);
        }
    }

    private void faq(Faq faq) {
        if (saysALabelAgain(faq.question(), faq.answer())) {
            parts.add(Blocks.AS_IS);
        }
        parts.add(heading(topLevel + 1, faq.question()) + anchor(faq.anchor(), faq.question()));
        blocks(faq.answer());
    }

    private void blocks(List<Block> blocks) {
        if (!blocks.isEmpty()) {
            parts.add(Blocks.markdown(blocks));
        }
    }

    private static String heading(int level, String words) {
        String text = InlineText.inMarkdown(InlineText.literal(words))
                .replace("{#", "\\{#")
                .replaceFirst("(?<=^|\\s)(#+)$", "\\\\$1");
        return "#".repeat(level) + " " + text;
    }

    /** Only where it isn't the one that the heading gives by itself. */
    private static String anchor(String anchor, String heading) {
        return anchor.isEmpty() || anchor.equals(Slug.of(heading, "")) ? "" : " {#" + anchor + "}";
    }
}
