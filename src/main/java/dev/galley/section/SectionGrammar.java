package dev.galley.section;

import dev.galley.article.PartGrammar;
import dev.galley.document.block.Block;
import dev.galley.query.Cell;
import dev.galley.query.Filter;
import dev.galley.query.TextSearch;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What the list of sections across articles can be asked, and what it reads of them. */
public final class SectionGrammar extends PartGrammar {
    static final Cell<UUID> ID = Cell.of("p.id");
    static final Cell<String> ANCHOR = Cell.of("p.anchor");
    static final Cell<String> HEADING = Cell.of("p.heading");
    static final Cell<Integer> LEVEL = Cell.of("p.level");
    static final Cell<UUID> PARENT_ID = Cell.of("p.parentId");
    static final Cell<List<Block>> BLOCKS = Cell.of("p.blocks");

    public SectionGrammar() {
        super(
                SectionItem.class,
                "SectionRow",
                Map.of(
                        "id",
                        ID,
                        "anchor",
                        ANCHOR,
                        "heading",
                        HEADING,
                        "level",
                        LEVEL,
                        "parentId",
                        PARENT_ID,
                        "blocks",
                        BLOCKS));
        add(Filter.anyOf(
                        "codeLanguage",
                        "languages, of code in the section itself",
                        "exists (select 1 from p.codeLanguages c where c in %s)",
                        (parameter, language) -> language.toLowerCase(Locale.ROOT))
                .example("python"));
    }

    @Override
    protected TextSearch.Kind kind() {
        return TextSearch.Kind.SECTION;
    }
}
