package dev.galley.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.block.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Adds the questions that a page answers in its JSON-LD alone. */
final class PageFaqs {
    private PageFaqs() {}

    static ArticleDocument added(ArticleDocument document, JsonLd data, String base, List<ImportWarning> warnings) {
        Set<String> asked = new HashSet<>();
        document.faqs().forEach(faq -> asked.add(normal(faq.question())));
        document.allSections().forEach(section -> asked.add(normal(section.heading())));
        List<Faq> faqs = new ArrayList<>(document.faqs());
        for (JsonNode page : data.faqPages()) {
            for (JsonNode asking : JsonLd.all(page.path("mainEntity"))) {
                Faq faq = faq(asking, base, warnings);
                if (!faq.question().isEmpty() && !faq.answer().isEmpty() && asked.add(normal(faq.question()))) {
                    faqs.add(faq);
                }
            }
        }
        return faqs.size() == document.faqs().size() ? document : document.withFaqs(faqs);
    }

    private static Faq faq(JsonNode asking, String base, List<ImportWarning> warnings) {
        String question = Jsoup.parse(asking.path("name").asText("")).text();
        List<JsonNode> answers = JsonLd.all(asking.path("acceptedAnswer"));
        String answer = answers.isEmpty() ? "" : answers.get(0).path("text").asText("");
        if (answer.isBlank()) {
            return new Faq("", List.of());
        }
        Element html = Jsoup.parse(answer, base).body();
        List<Block> blocks = Outline.blocks(HtmlReader.pieces(html, warnings), warnings);
        return new Faq(question, blocks);
    }

    private static String normal(String question) {
        return question.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
