package dev.galley.ingest;

import dev.galley.document.CalloutLabel;
import dev.galley.document.Conventions;
import dev.galley.document.block.Block;
import dev.galley.document.block.Callout;
import dev.galley.document.block.Paragraph;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads what a page sets apart from its text as call-outs: {@code aside} and the boxes of many a style sheet. */
final class HtmlCallouts {
    private static final Set<String> ELEMENTS = Set.of("div", "section", "p", "blockquote");
    private static final Set<String> BOXES = Set.of("callout", "alert", "admonition", "notice", "infobox");

    /** Words that name a part of a box, not the box. */
    private static final Set<String> PARTS =
            Set.of("title", "heading", "header", "label", "body", "content", "icon", "inner", "text", "close");

    private static final Set<String> TITLES = Set.of("title", "heading", "header", "label");
    private static final int LONGEST_TITLE = 80;

    private HtmlCallouts() {}

    static boolean is(Element element) {
        boolean aside =
                element.normalName().equals("aside") || element.attr("role").equalsIgnoreCase("note");
        boolean boxed = ELEMENTS.contains(element.normalName()) && isBox(element);
        return (aside || boxed)
                && element.select("h1, h2, h3, h4, h5, h6").size() <= 1
                && element.selectFirst("h1") == null;
    }

    private static boolean isBox(Element element) {
        String names = Furniture.attribute(element, "class");
        return Arrays.stream(names.split("\\s+"))
                .map(name -> List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")))
                .filter(words -> words.stream().noneMatch(PARTS::contains))
                .anyMatch(words -> words.stream()
                        .anyMatch(word ->
                                BOXES.contains(word) || (CalloutKinds.named(word) != null && !word.equals("info"))));
    }

    static void add(Element box, HtmlFlow flow) {
        if (!flow.mayNest(box)) {
            flow.through(box);
            return;
        }
        Callout.Kind given = kind(box);
        Element heading = title(box);
        HtmlFlow.Line line = heading == null ? new HtmlFlow.Line("", List.of()) : flow.lineIn(heading);
        String title = line.words();
        if (heading != null) {
            heading.remove();
        }
        List<Block> blocks = new ArrayList<>(line.others());
        blocks.addAll(flow.blocksIn(box));
        Callout callout = title.isEmpty() ? labelled(given, blocks) : titled(given, title, blocks);
        if (callout.title() != null || !callout.blocks().isEmpty()) {
            flow.add(isGithubs(box, callout) ? new Callout(callout.kind(), null, callout.blocks()) : callout, box);
        }
    }

    private static Callout titled(Callout.@Nullable Kind given, String title, List<Block> blocks) {
        CalloutLabel label = CalloutLabel.alone(title);
        Callout.Kind kind = given != null ? given : label != null ? label.kind() : Callout.Kind.NOTE;
        return new Callout(kind, label != null && label.title() != null ? label.title() : title, blocks);
    }

    private static Callout labelled(Callout.@Nullable Kind given, List<Block> blocks) {
        Callout.Kind kind = given == null ? Callout.Kind.NOTE : given;
        if (blocks.isEmpty() || !(blocks.get(0) instanceof Paragraph first)) {
            return new Callout(kind, null, blocks);
        }
        CalloutLabel label = CalloutLabel.of(first.text());
        label = label == null ? boldLine(kind, first.text()) : label;
        if (label == null) {
            return new Callout(kind, null, blocks);
        }
        List<Block> rest = new ArrayList<>(blocks.subList(1, blocks.size()));
        if (!label.rest().isEmpty()) {
            rest.add(0, new Paragraph(label.rest()));
        }
        return new Callout(given == null ? label.kind() : given, label.title(), rest);
    }

    /** In a box, any line in bold at the start is its title, or words in bold up to a colon. */
    private static @Nullable CalloutLabel boldLine(Callout.Kind kind, String text) {
        Node line = InlineText.parse(text);
        if (!(line.getFirstChild() instanceof StrongEmphasis bold)) {
            return null;
        }
        String words = InlineText.plain(InlineText.of(bold)).strip();
        boolean label = bold.getNext() == null || words.endsWith(":");
        if (!label || words.length() > LONGEST_TITLE) {
            return null;
        }
        bold.unlink();
        String title =
                words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words;
        Callout.Kind said = Conventions.calloutKind(title);
        return new CalloutLabel(said == null ? kind : said, title, InlineText.of(line));
    }

    /** The element that opens the box and names it; it may stand in a wrapper or two. */
    private static @Nullable Element title(Element box) {
        Element first = box.firstElementChild();
        for (int depth = 0; depth < 3 && first != null; depth++) {
            boolean heading = first.normalName().matches("h[2-6]");
            boolean named = Furniture.classWords(first).anyMatch(TITLES::contains);
            boolean opens = box.text().startsWith(first.text());
            if ((heading || named) && opens && HtmlReading.hasWords(first.text())) {
                return first.text().length() <= LONGEST_TITLE ? first : null;
            }
            first = first.normalName().equals("div") ? first.firstElementChild() : null;
        }
        return null;
    }

    private static Callout.@Nullable Kind kind(Element box) {
        Callout.Kind given = CalloutKinds.named(box.attr("data-kind"));
        return given != null
                ? given
                : Furniture.classWords(box)
                        .map(CalloutKinds::named)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** GitHub writes the kind into the box; it is no title that anybody gave. */
    private static boolean isGithubs(Element box, Callout callout) {
        return callout.title() != null
                && callout.title().equalsIgnoreCase(callout.kind().name())
                && box.hasClass("markdown-alert");
    }
}
