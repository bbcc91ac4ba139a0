package dev.galley.ingest;

import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the element of a page that holds its article. */
final class ArticleFinder {
    /** From the clearest sign to the vaguest. */
    private static final List<String> SIGNS =
            List.of("article", "[itemprop=articleBody]", "[role=main]", "main", "[role=article]");

    private ArticleFinder() {}

    static Element in(Document page) {
        Element body = page.body();
        for (String sign : SIGNS) {
            Element found = longest(body, sign);
            if (found != null && stands(found, body)) {
                return found;
            }
        }
        return densest(body);
    }

    private static @Nullable Element longest(Element body, String sign) {
        return body.select(sign).stream()
                .filter(element -> element.parents().stream().noneMatch(ArticleFinder::isLeftBehind))
                .filter(element -> !isLeftBehind(element) && HtmlReading.hasWords(element.text()))
                .max(Comparator.comparingInt(element -> element.text().length()))
                .orElse(null);
    }

    /** One of several teasers isn't the article of a page; what holds its running text is. */
    private static boolean stands(Element found, Element body) {
        return prose(found) * 2 >= prose(body);
    }

    private static int prose(Element element) {
        return element.select("p, li, pre, blockquote > :not(p)").stream()
                .filter(text -> text.parents().stream().noneMatch(ArticleFinder::isLeftBehind))
                .mapToInt(text -> text.ownText().length())
                .sum();
    }

    /** Goes inwards for as long as what it leaves outside reads like the furniture of a page. */
    private static Element densest(Element body) {
        Element article = body;
        for (Element inner = core(article); inner != null; inner = core(article)) {
            article = inner;
        }
        return article;
    }

    private static @Nullable Element core(Element element) {
        if (HtmlReading.hasWords(element.ownText())) {
            return null;
        }
        List<Element> kept =
                element.children().stream().filter(ArticleFinder::isText).toList();
        boolean container = kept.size() == 1
                && List.of("div", "section", "center", "form")
                        .contains(kept.get(0).normalName());
        return container ? kept.get(0) : null;
    }

    private static boolean isText(Element element) {
        return !isLeftBehind(element)
                && !Furniture.isOfThePage(element)
                && (HtmlReading.hasWords(element.text()) || element.selectFirst("img, iframe, video") != null)
                && !isMostlyLinks(element);
    }

    private static boolean isMostlyLinks(Element element) {
        int linked = element.select("a[href]").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        boolean many = element.select("a[href]").size() > 2;
        return many && linked * 2 > element.text().length() && element.selectFirst("h1, h2, p") == null;
    }

    private static boolean isLeftBehind(Element element) {
        return Furniture.is(element)
                || Furniture.isHidden(element)
                || element.normalName().equals("noscript");
    }
}
