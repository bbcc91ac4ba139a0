package dev.galley.ingest;

import dev.galley.document.block.Block;
import dev.galley.document.block.Paragraph;
import dev.galley.document.block.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads quotes, and whose they are. */
final class HtmlQuotes {
    private static final Pattern DASH = Pattern.compile("^(?:—|–|--|-|―)\\s+");
    private static final int LONGEST_ATTRIBUTION = 200;

    private HtmlQuotes() {}

    static void add(Element quote, HtmlFlow flow) {
        if (HtmlCallouts.is(quote)) {
            HtmlCallouts.add(quote, flow);
        } else if (flow.mayNest(quote)) {
            read(quote, flow);
        } else {
            flow.through(quote);
        }
    }

    private static void read(Element quote, HtmlFlow flow) {
        Element source = source(quote);
        String attribution = source == null ? null : attribution(flow.lineTextIn(source));
        if (source != null) {
            source.remove();
        }
        List<Block> blocks = new ArrayList<>(flow.blocksIn(quote));
        int last = blocks.size() - 1;
        if (attribution == null && last > 0 && blocks.get(last) instanceof Paragraph words && isDashed(words.text())) {
            attribution = attribution(words.text());
            blocks.remove(last);
        }
        if (!blocks.isEmpty() || attribution != null) {
            flow.add(new Quote(blocks, attribution), quote);
        }
    }

    private static @Nullable Element source(Element quote) {
        Element last = quote.lastElementChild();
        if (last == null
                || last.text().length() > LONGEST_ATTRIBUTION
                || !last.text().strip().equals(end(quote))) {
            return null;
        }
        boolean named = List.of("footer", "cite").contains(last.normalName());
        boolean wraps = last.normalName().equals("p")
                && last.childrenSize() == 1
                && last.child(0).normalName().equals("cite")
                && !HtmlReading.hasWords(last.ownText());
        return (named || wraps) && quote.childrenSize() > 1 || (named && HtmlReading.hasWords(quote.ownText()))
                ? last
                : null;
    }

    /** The words that the quote ends with, where they are no more than its last element's. */
    private static String end(Element quote) {
        Element last = quote.lastElementChild();
        String after = "";
        for (var node = last == null ? null : last.nextSibling(); node != null; node = node.nextSibling()) {
            after += node.outerHtml();
        }
        return last == null || !after.isBlank() ? "" : last.text().strip();
    }

    private static boolean isDashed(String text) {
        return text.length() <= LONGEST_ATTRIBUTION && DASH.matcher(text).find() && text.startsWith("—");
    }

    static @Nullable String attribution(String text) {
        String name = DASH.matcher(text).replaceFirst("").strip();
        return name.isEmpty() ? null : name;
    }
}
