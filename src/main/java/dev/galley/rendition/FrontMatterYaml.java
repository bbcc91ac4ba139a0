package dev.galley.rendition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.galley.document.ArticleDocument;
import dev.galley.document.AuthorRef;
import dev.galley.document.Hero;
import dev.galley.document.Identities;
import dev.galley.document.Seo;
import dev.galley.document.SeriesPlace;
import dev.galley.document.TopicRef;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a document beside its text, as YAML front matter; what isn't set is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FrontMatterYaml(
        String title,
        String slug,
        String locale,
        @Nullable String translationKey,
        @Nullable String summary,
        List<Object> authors,
        List<Object> topics,
        @Nullable SeriesPlace series,
        @Nullable Hero cover,
        @Nullable Seo seo,
        @Nullable String date,
        @Nullable String updated,
        @Nullable Boolean draft,
        @Nullable UUID id,
        String ids) {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .build();

    /** Between its lines of dashes; with {@code archived}, all that an importer needs to make the same article again. */
    static String of(ArticleDocument document, @Nullable Archived archived) {
        FrontMatterYaml members = new FrontMatterYaml(
                document.title(),
                document.slug(),
                document.locale(),
                document.translationKey(),
                document.summary(),
                document.authors().stream().map(FrontMatterYaml::author).toList(),
                document.topics().stream().map(FrontMatterYaml::topic).toList(),
                document.series(),
                document.hero(),
                document.seo().equals(Seo.NONE) ? null : document.seo(),
                archived == null ? null : text(archived.publishedAt()),
                archived == null ? null : text(archived.updatedAt()),
                archived == null || !archived.draft() ? null : Boolean.TRUE,
                archived == null ? null : archived.id(),
                archived == null ? "" : String.join(" ", Identities.ids(document)));
        try {
            return YAML.writeValueAsString(members) + "---\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** A bare slug where that is all there is. */
    private static Object author(AuthorRef author) {
        return author.name() == null && author.url() == null ? author.slug() : author;
    }

    private static Object topic(TopicRef topic) {
        return topic.name() == null && topic.kind() == null ? topic.slug() : topic;
    }
}
