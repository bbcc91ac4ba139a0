package dev.galley.document;

import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole article as its editors see it. {@code slug} is "" until one was asked for or made from the title, {@code
 * locale} "" until one was given.
 */
public record ArticleDocument(
        String slug,
        String locale,
        @Nullable String translationKey,
        @Required String title,
        @Nullable String summary,
        List<AuthorRef> authors,
        List<TopicRef> topics,
        @Nullable SeriesPlace series,
        @Nullable Hero hero,
        List<Block> lead,
        List<Section> sections,
        List<Takeaway> takeaways,
        List<Faq> faqs,
        Seo seo) {
    public ArticleDocument {
        slug = Section.orEmpty(slug);
        locale = Section.orEmpty(locale);
        authors = Section.orEmpty(authors);
        topics = Section.orEmpty(topics);
        lead = Section.orEmpty(lead);
        sections = Section.orEmpty(sections);
        takeaways = Section.orEmpty(takeaways);
        faqs = Section.orEmpty(faqs);
        seo = seo == null ? Seo.NONE : seo;
    }

    /** Only a title: the smallest document there is. */
    public static ArticleDocument titled(String title) {
        return new ArticleDocument(
                "", "", null, title, null, List.of(), List.of(), null, null, List.of(), List.of(), List.of(), List.of(),
                Seo.NONE);
    }

    /** Every section, in reading order. */
    public Stream<Section> allSections() {
        return sections.stream().flatMap(Section::walk);
    }

    /** What a link can point at inside the article. */
    public Set<String> anchors() {
        return Stream.concat(allSections().map(Section::anchor), faqs.stream().map(Faq::anchor))
                .collect(Collectors.toSet());
    }

    /** Every list of blocks that stands in the document itself: the lead, each section's, each answer. */
    public Stream<List<Block>> blockLists() {
        return Stream.of(
                        Stream.of(lead),
                        allSections().map(Section::blocks),
                        faqs.stream().map(Faq::answer))
                .flatMap(lists -> lists);
    }

    /** Every block, those inside others too, in reading order. */
    public Stream<Block> allBlocks() {
        return blockLists().flatMap(Blocks::walk);
    }

    public ArticleDocument withSlug(String slug) {
        return new ArticleDocument(
                slug,
                locale,
                translationKey,
                title,
                summary,
                authors,
                topics,
                series,
                hero,
                lead,
                sections,
                takeaways,
                faqs,
                seo);
    }

    public ArticleDocument withLocale(String locale) {
        return new ArticleDocument(
                slug,
                locale,
                translationKey,
                title,
                summary,
                authors,
                topics,
                series,
                hero,
                lead,
                sections,
                takeaways,
                faqs,
                seo);
    }

    public ArticleDocument withTaxonomy(List<AuthorRef> authors, List<TopicRef> topics, @Nullable SeriesPlace series) {
        return new ArticleDocument(
                slug,
                locale,
                translationKey,
                title,
                summary,
                authors,
                topics,
                series,
                hero,
                lead,
                sections,
                takeaways,
                faqs,
                seo);
    }

    public ArticleDocument withBody(
            List<Block> lead, List<Section> sections, List<Takeaway> takeaways, List<Faq> faqs) {
        return new ArticleDocument(
                slug,
                locale,
                translationKey,
                title,
                summary,
                authors,
                topics,
                series,
                hero,
                lead,
                sections,
                takeaways,
                faqs,
                seo);
    }

    public ArticleDocument withLead(List<Block> lead) {
        return withBody(lead, sections, takeaways, faqs);
    }

    public ArticleDocument withSections(List<Section> sections) {
        return withBody(lead, sections, takeaways, faqs);
    }

    public ArticleDocument withTakeaways(List<Takeaway> takeaways) {
        return withBody(lead, sections, takeaways, faqs);
    }

    public ArticleDocument withFaqs(List<Faq> faqs) {
        return withBody(lead, sections, takeaways, faqs);
    }

    public ArticleDocument mapSections(UnaryOperator<Section> rewrite) {
        return withSections(
                sections.stream().map(section -> section.map(rewrite)).toList());
    }

    /** Rewrites every list of blocks of the document itself; {@code rewrite} sees to the blocks inside them. */
    public ArticleDocument mapBlockLists(UnaryOperator<List<Block>> rewrite) {
        return withBody(
                rewrite.apply(lead),
                sections.stream()
                        .map(section -> section.map(one -> one.withBlocks(rewrite.apply(one.blocks()))))
                        .toList(),
                takeaways,
                faqs.stream()
                        .map(faq -> faq.withAnswer(rewrite.apply(faq.answer())))
                        .toList());
    }
}
