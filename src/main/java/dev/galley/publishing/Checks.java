package dev.galley.publishing;

import dev.galley.document.ArticleDocument;
import dev.galley.document.Faq;
import dev.galley.document.Hero;
import dev.galley.document.Placed;
import dev.galley.document.Places;
import dev.galley.document.Section;
import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Code;
import dev.galley.document.block.Embed;
import dev.galley.document.block.Image;
import dev.galley.platform.InputError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is looked at before a document may be public. Errors stop it, warnings inform. A new check is one method and one
 * line in the list.
 */
public final class Checks {
    private static final List<Check> ALL = List.of(
            Checks::anchors,
            Checks::answers,
            LinkChecks::number,
            LinkChecks::targets,
            Checks::translation,
            LinkChecks::anchors,
            Checks::images,
            Checks::sections,
            Checks::code,
            SearchChecks::title,
            SearchChecks::description,
            SearchChecks::locale,
            Checks::series);

    /** One question to a document. */
    private interface Check {
        void look(Subject subject, Findings findings);
    }

    /** The document, everything in it with its place, and what there is beside it. */
    record Subject(ArticleDocument document, Places places, Surroundings around) {}

    private Checks() {}

    public static CheckReport of(ArticleDocument document, Surroundings around) {
        Subject subject = new Subject(document, Places.of(document), around);
        Findings findings = new Findings();
        ALL.forEach(check -> check.look(subject, findings));
        return findings.report();
    }

    private static void anchors(Subject subject, Findings findings) {
        Map<String, String> first = new HashMap<>();
        subject.places()
                .sections()
                .forEach(section -> anchor(section.pointer(), section.value().anchor(), first, findings));
        List<Faq> faqs = subject.document().faqs();
        for (int i = 0; i < faqs.size(); i++) {
            anchor("/faqs/" + i, faqs.get(i).anchor(), first, findings);
        }
    }

    private static void anchor(String part, String anchor, Map<String, String> first, Findings findings) {
        String at = part + "/anchor";
        String before = first.putIfAbsent(anchor, at);
        if (before != null) {
            findings.error(at, InputError.DUPLICATE, "The anchor \"" + anchor + "\" stands at " + before + " already.");
        }
    }

    private static void answers(Subject subject, Findings findings) {
        List<Faq> faqs = subject.document().faqs();
        for (int i = 0; i < faqs.size(); i++) {
            if (Blocks.walk(faqs.get(i).answer()).noneMatch(Checks::saysSomething)) {
                findings.error("/faqs/" + i + "/answer", "faq-without-answer", "The question has no answer.");
            }
        }
    }

    private static boolean saysSomething(Block block) {
        return block instanceof Image || block instanceof Embed || block.words().anyMatch(words -> !words.isBlank());
    }

    private static void translation(Subject subject, Findings findings) {
        if (subject.around().translation() != null) {
            findings.error(
                    "/translationKey",
                    "translation-taken",
                    "\"" + subject.around().translation() + "\" is public for this key and locale already.");
        }
    }

    private static void images(Subject subject, Findings findings) {
        Hero hero = subject.document().hero();
        if (hero != null && hero.alt() == null) {
            withoutAlt("/hero", findings);
        }
        for (Placed<Block> block : subject.places().blocks()) {
            if (block.value() instanceof Image image && image.alt() == null) {
                withoutAlt(block.pointer(), findings);
            }
        }
    }

    private static void withoutAlt(String image, Findings findings) {
        findings.warning(
                image + "/alt",
                "image-without-alt",
                "Say what the picture shows, for those who don't see it; \"\" says that it only decorates.");
    }

    private static void sections(Subject subject, Findings findings) {
        for (Placed<Section> section : subject.places().sections()) {
            if (section.value().blocks().isEmpty() && section.value().sections().isEmpty()) {
                findings.warning(section.pointer(), "section-empty", "There is nothing under this heading.");
            }
        }
    }

    private static void code(Subject subject, Findings findings) {
        for (Placed<Block> block : subject.places().blocks()) {
            if (block.value() instanceof Code code
                    && (code.language() == null || code.language().isBlank())) {
                findings.warning(
                        block.pointer() + "/language",
                        "code-without-language",
                        "Without a language nothing can colour this code or find it by language.");
            }
        }
    }

    private static void series(Subject subject, Findings findings) {
        if (subject.around().neighbour() != null) {
            findings.warning(
                    "/series/position",
                    "series-place-taken",
                    "\"" + subject.around().neighbour() + "\" has this place in the series too.");
        }
    }
}
