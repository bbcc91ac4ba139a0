package dev.galley.ingest;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Conventions;
import dev.galley.document.Faq;
import dev.galley.document.Identities;
import dev.galley.document.Limits;
import dev.galley.document.Section;
import dev.galley.document.Takeaway;
import dev.galley.document.block.Block;
import dev.galley.ingest.Piece.Body;
import dev.galley.ingest.Piece.Heading;
import java.util.ArrayList;
import java.util.List;

/** Turns what a reader found into a document: title, lead, sections in sections, takeaways, FAQs, call-outs. */
final class Assembler {
    private final List<ImportWarning> warnings;
    private final List<Takeaway> takeaways = new ArrayList<>();
    private final List<Faq> faqs = new ArrayList<>();

    private Assembler(List<ImportWarning> warnings) {
        this.warnings = warnings;
    }

    /** {@code warnings} are the reader's own; those of the assembly join them. */
    static Imported assemble(List<Piece> pieces, FrontMatter meta, List<ImportWarning> warnings) {
        Assembler assembler = new Assembler(new ArrayList<>(warnings));
        ArticleDocument document = assembler.document(assembler.usable(pieces), meta);
        document = assembler.identified(Fitting.fitted(document, assembler.warnings), meta.ids());
        return new Imported(
                document,
                meta.publishedAt(),
                meta.updatedAt(),
                meta.draft(),
                meta.id(),
                Warnings.summed(assembler.warnings));
    }

    /** Where parts have come or gone since the ids were written, nobody knows which is whose. */
    private ArticleDocument identified(ArticleDocument document, List<String> ids) {
        if (ids.isEmpty()) {
            return document;
        } else if (ids.size() != Identities.ids(document).size()) {
            warnings.add(new ImportWarning(
                    ImportWarning.FRONT_MATTER_IGNORED,
                    "ids: there are as many as the text had parts before it was changed; they were left out",
                    1));
            return document;
        }
        return Identities.withIds(document, ids);
    }

    private ArticleDocument document(List<Piece> pieces, FrontMatter meta) {
        Title title = Title.of(pieces, meta.title(), warnings);
        Outline article = Outline.of(CalloutFinder.in(title.others()), warnings);
        List<Block> lead = article.blocks(warnings);
        List<Section> sections = sections(article);
        return new ArticleDocument(
                meta.slug(),
                meta.locale(),
                meta.translationKey(),
                title.text(),
                meta.summary(),
                meta.authors(),
                meta.topics(),
                meta.series(),
                meta.hero(),
                lead,
                sections,
                takeaways,
                faqs,
                meta.seo());
    }

    /** Without headings that say nothing, and with those that are no headings but texts as paragraphs. */
    private List<Piece> usable(List<Piece> pieces) {
        List<Piece> usable = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Heading heading && heading.text().isBlank()) {
                Warnings.converted(warnings, "A heading without words was left out", heading.line());
            } else if (piece instanceof Heading heading && heading.text().length() > Limits.TITLE) {
                Warnings.converted(warnings, "A heading too long for one became a paragraph", heading.line());
                usable.add(new Body(Outline.bold(heading.text()), true, heading.line()));
            } else {
                usable.add(piece);
            }
        }
        return usable;
    }

    private List<Section> sections(Outline outline) {
        List<Section> sections = new ArrayList<>();
        outline.inner().forEach(inner -> sections.addAll(section(inner)));
        return sections;
    }

    /** Its section; none where all of it became takeaways or FAQs. */
    private List<Section> section(Outline outline) {
        Heading heading = outline.heading();
        if (!heading.asIs() && Conventions.announcesFaqs(heading.text())) {
            FaqFinder.Found found = FaqFinder.in(outline, warnings);
            if (!found.faqs().isEmpty()) {
                faqs.addAll(found.faqs());
                return remainder(new Outline(heading, found.before(), List.of()), "questions");
            }
        } else if (!heading.asIs() && Conventions.announcesTakeaways(heading.text())) {
            TakeawayFinder.Found found = TakeawayFinder.in(outline, warnings);
            takeaways.addAll(found.takeaways());
            if (!found.takeaways().isEmpty()) {
                return remainder(new Outline(heading, found.others(), outline.inner()), "takeaways");
            }
        }
        return List.of(plain(outline));
    }

    private List<Section> remainder(Outline rest, String taken) {
        if (rest.body().isEmpty() && rest.inner().isEmpty()) {
            return List.of();
        }
        Heading heading = rest.heading();
        String what = String.format("\"%s\" holds more than %s: the rest stayed a section", heading.text(), taken);
        Warnings.converted(warnings, what, heading.line());
        return List.of(plain(rest));
    }

    private Section plain(Outline outline) {
        Heading heading = outline.heading();
        return new Section("", heading.anchor(), heading.text(), outline.blocks(warnings), sections(outline));
    }
}
