package dev.galley.ingest;

import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.document.block.Paragraph;
import dev.galley.text.InlineText;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads pictures, and what is shown from elsewhere. */
final class HtmlMedia {
    /** Where scripts that load pictures late keep the address meanwhile. */
    private static final List<String> LATE = List.of("data-src", "data-original", "data-lazy-src", "data-url");

    private static final Pattern EMOJI = Pattern.compile("\\b(?:emoji|wp-smiley|emojione|twemoji)\\b");
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?#].*)?");
    private static final Pattern CANDIDATE = Pattern.compile("^[\\s,]*(\\S+?),?(?:\\s.*)?$", Pattern.DOTALL);

    private HtmlMedia() {}

    static void image(Element img, HtmlFlow flow) {
        String alt = img.attr("alt").strip();
        if (EMOJI.matcher(Furniture.attribute(img, "class")).find() && !alt.isEmpty()) {
            flow.text().text(alt);
            return;
        }
        Integer width = size(img, "width");
        Integer height = size(img, "height");
        if (width != null && width <= 2 && height != null && height <= 2) {
            return;
        }
        String source = source(img);
        String url = source.isEmpty() ? null : flow.reading().media(source, img);
        if (url == null) {
            withoutAddress(img, alt, flow);
            return;
        }
        tellOfLink(img, url, flow);
        String title = img.attr("title").strip();
        String caption = title.isEmpty() ? null : InlineText.literal(title);
        flow.add(new Image("", url, alt.isEmpty() ? null : alt, caption, width, height), img);
    }

    private static void withoutAddress(Element img, String alt, HtmlFlow flow) {
        flow.reading().warn(ImportWarning.HTML_DROPPED, "Left out an image without an address: " + alt, img);
        flow.text().text(alt);
    }

    private static String source(Element img) {
        String src = img.attr("src").strip();
        if (!src.isEmpty() && !src.regionMatches(true, 0, "data:", 0, 5) && !late(img, src)) {
            return src;
        }
        for (String attribute : LATE) {
            if (!img.attr(attribute).isBlank()) {
                return img.attr(attribute).strip();
            }
        }
        String set = img.hasAttr("srcset") ? img.attr("srcset") : img.attr("data-srcset");
        Element picture = img.closest("picture");
        Element source = picture == null ? null : picture.selectFirst("source[srcset], source[data-srcset]");
        if (set.isBlank() && source != null) {
            set = source.hasAttr("srcset") ? source.attr("srcset") : source.attr("data-srcset");
        }
        return set.isBlank() ? "" : CANDIDATE.matcher(set).replaceFirst("$1");
    }

    private static boolean late(Element img, String src) {
        return LATE.stream()
                .anyMatch(name -> !img.attr(name).isBlank() && !img.attr(name).equals(src));
    }

    /** A block has no link of its own; one to the same picture in full size is no loss. */
    private static void tellOfLink(Element img, String url, HtmlFlow flow) {
        Element link = img.closest("a[href]");
        if (link != null
                && !link.attr("abs:href").equals(url)
                && !PICTURE.matcher(link.attr("href")).matches()) {
            String address = HtmlReading.excerpt(link.attr("href"));
            flow.reading().warn(ImportWarning.HTML_DROPPED, "An image can't be a link: left out " + address, img);
        }
    }

    private static @Nullable Integer size(Element img, String name) {
        String value = img.attr(name).strip();
        String digits = value.endsWith("px") ? value.substring(0, value.length() - 2) : value;
        return digits.matches("\\d{1,6}") ? Integer.valueOf(digits) : null;
    }

    static void embed(Element element, HtmlFlow flow) {
        String src = address(element);
        String title = element.attr("title").isBlank() ? element.attr("aria-label") : element.attr("title");
        if (src.isEmpty()) {
            flow.reading().warn(ImportWarning.HTML_DROPPED, "<" + element.normalName() + "> without address", element);
            flow.through(element);
            return;
        }
        flow.reading().dropped("what stands in for <" + element.normalName() + ">", element);
        embedded(element, src, title.strip(), flow);
    }

    static void embedded(Element element, String src, String title, HtmlFlow flow) {
        String url = flow.reading().media(src.startsWith("//") ? "https:" + src : src, element);
        String name = title.isEmpty() || title.equals(url) ? null : title;
        if (url != null && url.startsWith("https://")) {
            flow.add(new Embed(url, provider(element, url), name), element);
        } else if (url != null) {
            flow.reading().converted("Only https can be embedded: a link took its place", element);
            flow.add(new Paragraph(linked(url, name == null ? url : name)), element);
        } else if (name != null) {
            flow.add(new Paragraph(InlineText.literal(name)), element);
        }
    }

    private static String address(Element element) {
        for (String name : List.of("src", "data", "data-src", "data-lazy-src")) {
            String value = element.attr(name).strip();
            if (!value.isEmpty() && !value.equals("about:blank")) {
                return value;
            }
        }
        Element source = element.selectFirst("source[src]");
        return source == null ? "" : source.attr("src").strip();
    }

    static String linked(String url, String words) {
        org.commonmark.node.Paragraph paragraph = new org.commonmark.node.Paragraph();
        Link link = new Link(url, null);
        link.appendChild(new Text(words));
        paragraph.appendChild(link);
        return InlineText.of(paragraph);
    }

    /** An empty name says that there is none, whatever the address looks like. */
    private static @Nullable String provider(Element element, String url) {
        String given = element.attr("data-provider").strip();
        return !element.hasAttr("data-provider") ? Embed.providerOf(url) : given.isEmpty() ? null : given;
    }
}
