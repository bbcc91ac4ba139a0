package dev.galley.article;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.galley.document.block.Block;
import dev.galley.platform.JsonColumn;
import jakarta.persistence.Converter;
import java.util.List;

/** A list of blocks as JSON in one column. */
@Converter
public class BlocksColumn extends JsonColumn<List<Block>> {
    public BlocksColumn() {
        super(new TypeReference<>() {});
    }
}
