package dev.galley.search;

import dev.galley.document.block.Block;
import dev.galley.document.block.Blocks;
import dev.galley.document.block.Code;
import dev.galley.text.InlineText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of blocks, piece by piece, and their code apart from them. */
record Prose(List<String> words, List<String> code) {
    static Prose of(List<Block> blocks) {
        List<String> words = new ArrayList<>();
        List<String> code = new ArrayList<>();
        Blocks.walk(blocks).forEach(block -> {
            if (block instanceof Code source) {
                code.add(source.code());
                present(source.filename()).forEach(code::add);
                present(source.caption()).map(InlineText::plain).forEach(words::add);
            } else {
                block.words().filter(text -> !text.isBlank()).forEach(words::add);
            }
        });
        return new Prose(words, code);
    }

    /** As it is shown around a match. */
    String text() {
        return String.join("\n", words.isEmpty() ? code : words);
    }

    void addTo(Entry entry, Language language) {
        words.forEach(text -> entry.text(Weight.TEXT, language, text));
        code.forEach(text -> entry.text(Weight.CODE, language, text));
    }

    private static Stream<String> present(@Nullable String text) {
        return Stream.ofNullable(text).filter(value -> !value.isBlank());
    }
}
